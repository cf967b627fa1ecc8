import { RadioGroup } from '@/components/ui/choice-fields'
import { Select } from '@/components/ui/text-fields'
import type { WholeRequest } from '@/lib/access/queries/request'
import { retentionOutcomes } from '@/lib/access/rules/retention'
import type { VerbProps } from './verb-fields'
import { wordFor } from './words'

/** Whether it can be noted of a grant what became of its data: once their ten years near, until they were removed. */
export const canBeSettled = ({ retentionNears, retained }: WholeRequest['grants'][number]): boolean =>
  retentionNears && retained?.outcome !== 'removed'

/** Of which grant's data it is noted, and what became of them. */
export function Retention({ t, request }: VerbProps) {
  return (
    <>
      <Select
        name="grant"
        label={t('requests.field.grant')}
        options={request.grants.filter(canBeSettled).map(({ id, dataset }) => ({ value: id, label: dataset }))}
      />
      <RadioGroup
        name="outcome"
        label={t('requests.field.retained')}
        hint={t('requests.hint.retained')}
        options={retentionOutcomes.map((value) => ({ value, label: wordFor(t, 'retained', value) }))}
      />
    </>
  )
}
