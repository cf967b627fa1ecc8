import type { Text } from '@/components/messages'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { TextInput } from '@/components/ui/text-fields'
import { newsKinds } from '@/lib/access/rules/use'

type Known = { readonly name: string; readonly url: string; readonly events: readonly string[] }

/** What is said of a connected system: its name, where it is, what it is told. */
export function SystemFields({ t, system }: { t: Text; system: Known | null }) {
  return (
    <>
      <TextInput name="name" label={t('systems.name')} defaultValue={system?.name} width="medium" />
      <TextInput
        name="url"
        type="url"
        label={t('systems.url')}
        hint={t('systems.url.hint')}
        defaultValue={system?.url}
      />
      <CheckboxGroup
        name="events"
        label={t('systems.events')}
        options={newsKinds.map((kind) => ({ value: kind, label: t(`systems.event.${kind}`) }))}
        defaultValue={system?.events ?? newsKinds}
      />
    </>
  )
}
