import { Checkbox, RadioGroup } from '@/components/ui/choice-fields'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { VerbProps } from './verb-fields'

/** What suspends grants of datasets that the reader handles, each by itself, with the dataset that it is of. */
export const suspensionsOf = ({ items, grants }: Pick<WholeRequest, 'items' | 'grants'>) =>
  grants
    .filter(({ life }) => life !== 'over')
    .filter(({ dataset }) => items.some(({ slug, handled }) => slug === dataset && handled))
    .flatMap(({ dataset, bars }) => bars.filter(({ kind }) => kind === 'suspended').map((bar) => ({ ...bar, dataset })))

/** Which suspension is lifted: each with whom it concerns, since when and why; and whether wherever its act reached. */
export function Suspension({ t, request }: VerbProps) {
  const all = suspensionsOf(request)
  const whom = (id: string | null) =>
    id === null ? t('handling.lift.everybody') : (request.members.find((one) => one.id === id)?.name ?? '–')
  return (
    <>
      <RadioGroup
        name="bar"
        label={t('handling.lift.which')}
        options={all.map(({ id, dataset, personId, at, reason }) => ({
          value: id,
          label: t('handling.lift.one', { dataset, whom: whom(personId), day: at.toISOString().slice(0, 10), reason }),
        }))}
        defaultValue={all.length === 1 ? all[0]?.id : undefined}
      />
      <Checkbox name="whole" label={t('handling.lift.whole')} hint={t('handling.lift.whole.hint')} />
    </>
  )
}
