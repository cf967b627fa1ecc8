import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { TextInput } from '@/components/ui/text-fields'
import type { Workflows } from '@/lib/access/queries/workflows'

type State = Workflows[number]['processing'][number]

/** How many empty rows stand below those that are there. */
const spare = 3

/** One row: its place, and its names in both languages. */
function Row({ t, at, state }: { t: Text; at: number; state: State | undefined }) {
  const named = (field: string) => `processing.${at}.${field}`
  const names = { maxLength: 60, optional: true, width: 'full' } as const
  return (
    <fieldset className="grid items-end gap-x-4 sm:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)]">
      <legend className="sr-only">{t('workflows.processing.row', { number: at + 1 })}</legend>
      <input type="hidden" name={named('id')} value={state?.id ?? ''} />
      <TextInput
        name={named('at')}
        type="number"
        min={0}
        max={999}
        width="short"
        label={t('workflows.processing.at')}
        defaultValue={state ? at + 1 : ''}
        className="px-2"
        optional
      />
      <TextInput {...names} name={named('en')} label={t('workflows.processing.en')} defaultValue={state?.en} />
      <TextInput {...names} name={named('sv')} label={t('workflows.processing.sv')} defaultValue={state?.sv} />
    </fieldset>
  )
}

/** How far the hub can have come with a request, in order: rows to type in, those left empty are none. */
export function ProcessingFields({ t, states }: { t: Text; states: readonly State[] }) {
  const rows = Array.from({ length: states.length + spare }, (_, at) => ({ at, state: states[at] }))
  return (
    <Disclosure summary={t('workflows.processing.count', { count: states.length })} className="mb-5">
      <p className="mb-3 max-w-[70ch] text-sm text-soft">{t('workflows.processing.hint')}</p>
      {rows.map(({ at, state }) => (
        <Row key={state?.id ?? at} t={t} at={at} state={state} />
      ))}
    </Disclosure>
  )
}
