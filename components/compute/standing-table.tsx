import { type Text, text } from '@/components/messages'
import { type Column, Table } from '@/components/ui/table'
import type { Language } from '@/lib/platform/messages'

type Stands = {
  readonly kind: 'booking' | 'hold' | 'closure' | 'place'
  readonly slot: string
  readonly week: string
  readonly project: string | null
  readonly state: string
}

const kindWords = (t: Text, { kind, state }: Stands): string =>
  t(kind === 'booking' && state !== 'booked' ? 'compute.standing.undo' : `compute.standing.${kind}`)

/** What stands in some weeks, as it is shown before they are changed. */
export function StandingTable({ language, standing }: { language: Language; standing: readonly Stands[] }) {
  const t = text(language)
  const columns: Column<Stands>[] = [
    { key: 'week', label: t('compute.week'), cell: ({ week }) => week },
    { key: 'slot', label: t('compute.slot'), cell: ({ slot }) => slot },
    { key: 'kind', label: t('compute.standing.kind'), cell: (one) => kindWords(t, one) },
    { key: 'project', label: t('compute.holder'), cell: ({ project }) => project },
  ]
  const keyOf = ({ kind, slot, week, project }: Stands) => `${kind} ${slot} ${week} ${project}`
  return <Table caption={t('compute.standing')} columns={columns} rows={standing} rowKey={keyOf} />
}
