import { differingValue } from '@/components/catalogue/dataset/values'
import type { Text } from '@/components/messages'
import { Table } from '@/components/ui/table'
import type { Difference } from '@/lib/catalogue/rules/versions'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  difference: readonly Difference[]
  caption: string
  before: string
  after: string
}

function ListChange({ t, added, removed }: { t: Text; added: readonly string[]; removed: readonly string[] }) {
  if (added.length + removed.length === 0) return t('stewardship.difference.order')
  return (
    <>
      {added.length > 0 && (
        <ins className="block text-green no-underline">
          {t('stewardship.difference.added', { values: added.join('; ') })}
        </ins>
      )}
      {removed.length > 0 && (
        <del className="block text-red no-underline">
          {t('stewardship.difference.removed', { values: removed.join('; ') })}
        </del>
      )}
    </>
  )
}

const isList = ({ before, after }: Difference): boolean => before === null && after === null

/** What differs between two records, field by field: both sides of a value, what came to and went from a list. */
export function DifferenceTable({ t, language, difference, caption, before, after }: Props) {
  const columns = [
    {
      key: 'field',
      label: t('stewardship.difference.field'),
      cell: ({ field }: Difference) => t(`catalogue.field.${field}`),
    },
    {
      key: 'before',
      label: before,
      long: true,
      cell: (one: Difference) =>
        isList(one) ? null : <del className="no-underline">{differingValue(one, one.before, language)}</del>,
    },
    {
      key: 'after',
      label: after,
      long: true,
      cell: (one: Difference) =>
        isList(one) ? (
          <ListChange t={t} {...one} />
        ) : (
          <ins className="no-underline">{differingValue(one, one.after, language)}</ins>
        ),
    },
  ]
  return <Table caption={caption} hideCaption columns={columns} rows={difference} rowKey={({ field }) => field} />
}
