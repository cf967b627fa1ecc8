import type { Text } from '@/components/messages'
import { Select } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'

type Choice = { readonly id: string; readonly workflow: string; readonly en: string; readonly sv: string }
type Props = { t: Text; language: Language; choices: readonly Choice[]; chosen?: string | undefined }

/** How far the hub has come: by the words of one workflow; those of several by the workflows' names, too. */
export function ProcessingSelect({ t, language, choices, chosen }: Props) {
  const several = new Set(choices.map(({ workflow }) => workflow)).size > 1
  const options = choices.map(({ id, workflow, ...name }) => ({
    value: id,
    label: several ? `${name[language]} (${workflow})` : name[language],
  }))
  return (
    <Select
      name="state"
      label={t('requests.field.processing')}
      options={options}
      defaultValue={chosen}
      empty={t('requests.processing.none')}
      width="long"
      optional
    />
  )
}
