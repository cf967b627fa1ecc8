import { text } from '@/components/messages'
import { Checkbox } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'

type About = { name: string; description: string; personalData: boolean; loginName: string }

/** What is said of a machine. */
export function AboutFields({ language, machine }: { language: Language; machine?: About }) {
  const t = text(language)
  return (
    <>
      <TextInput name="name" label={t('compute.machine.name')} defaultValue={machine?.name} maxLength={80} />
      <TextArea
        name="description"
        label={t('compute.machine.description')}
        defaultValue={machine?.description}
        rows={2}
        maxLength={1000}
        optional
      />
      <TextInput
        name="loginName"
        label={t('compute.machine.login')}
        hint={t('compute.machine.login.hint')}
        defaultValue={machine?.loginName ?? 'ubuntu'}
        width="short"
        spellCheck={false}
        autoComplete="off"
      />
      <Checkbox
        name="personalData"
        label={t('compute.machine.personalData')}
        defaultChecked={machine?.personalData ?? true}
      />
    </>
  )
}

/** How a machine is divided: a slot a line. */
export function SlotsField({
  language,
  slots,
}: {
  language: Language
  slots?: readonly { name: string; gpus: number }[]
}) {
  const t = text(language)
  return (
    <TextArea
      name="slots"
      label={t('compute.machine.slots')}
      hint={t('compute.machine.slots.hint')}
      defaultValue={slots?.map(({ name, gpus }) => `${name} ${gpus}`).join('\n')}
      rows={4}
      className="font-mono"
      spellCheck={false}
      optional
    />
  )
}
