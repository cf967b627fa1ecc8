import type { Text } from '@/components/messages'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { TextInput } from '@/components/ui/text-fields'
import { isEnding } from '@/lib/access/rules/deliveries'
import { newsKinds } from '@/lib/access/rules/use'

type Known = { readonly name: string; readonly url: string; readonly events: readonly string[] }

/** What it may do without; of what ends a use it is told always. */
const choosable = newsKinds.filter((kind) => !isEnding(kind))

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
        hint={t('systems.events.always')}
        options={choosable.map((kind) => ({
          value: kind,
          label: t(`systems.event.${kind}` as 'systems.event.grant.given'),
        }))}
        defaultValue={system?.events ?? newsKinds}
      />
    </>
  )
}
