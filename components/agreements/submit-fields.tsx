import type { Text } from '@/components/messages'
import { RadioGroup } from '@/components/ui/choice-fields'
import { TextInput } from '@/components/ui/text-fields'
import type { SignedKind } from '@/lib/agreements/rules/in-force'

type Offer = { kind: SignedKind; version: number }

/** Which text was signed, with a link to each, and the signed PDF. */
export function SubmitFields({ t, institution, options }: { t: Text; institution: string; options: readonly Offer[] }) {
  const choices = options.map(({ kind, version }) => ({
    value: `${kind} ${version}`,
    label: t('agreements.submit.option', { kind: t(`agreements.kind.${kind}`), version }),
    hint: <a href={`/agreements/${kind}/${version}`}>{t('agreements.whole')}</a>,
  }))
  return (
    <>
      <p className="mb-4 max-w-[70ch] text-soft">{t('agreements.submit.how', { institution })}</p>
      <RadioGroup name="text" label={t('agreements.submit.text')} options={choices} />
      <TextInput
        name="file"
        type="file"
        label={t('agreements.submit.file')}
        hint={t('agreements.submit.file.hint')}
        accept="application/pdf,.pdf"
      />
    </>
  )
}
