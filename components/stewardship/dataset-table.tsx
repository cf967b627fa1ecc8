import type { Text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { stewardedDatasets } from '@/lib/catalogue/queries/stewardship'
import { datasetStates } from '@/lib/catalogue/rules/publishing'
import type { Language } from '@/lib/platform/messages'
import { DatasetStateBadge } from './state-badge'

type List = Awaited<ReturnType<typeof stewardedDatasets>>
type Row = List['items'][number]

const home = '/stewardship/datasets'

const columnsIn = (t: Text, language: Language) => [
  {
    key: 'dataset',
    label: t('stewardship.column.dataset'),
    cell: ({ slug, title }: Row) => (
      <>
        <a href={`${home}/${slug}`}>{title}</a>
        <span className="block text-sm font-normal text-soft">{slug}</span>
      </>
    ),
  },
  {
    key: 'state',
    label: t('stewardship.column.state'),
    cell: ({ state }: Row) => <DatasetStateBadge t={t} state={state} />,
  },
  { key: 'version', label: t('stewardship.column.version'), cell: ({ version }: Row) => version ?? '–' },
  {
    key: 'draft',
    label: t('stewardship.column.draft'),
    cell: ({ draftAt }: Row) =>
      draftAt ? <StateBadge tone="wait">{t('stewardship.draft.waits')}</StateBadge> : <span aria-hidden="true">–</span>,
  },
  {
    key: 'changed',
    label: t('stewardship.column.changed'),
    cell: ({ updatedAt }: Row) => <Time value={updatedAt} language={language} />,
  },
]

/** Every dataset in a table, by state; 50 a page. */
export function DatasetTable(props: { t: Text; language: Language; list: List; show?: string; paged: boolean }) {
  const { t, language, list, show, paged } = props
  const address = (query: Record<string, string>) => {
    const words = new URLSearchParams(query).toString()
    return words === '' ? home : `${home}?${words}`
  }
  const kept: Record<string, string> = show ? { show } : {}
  const tabs = [
    { href: home, label: t('stewardship.datasets.all') },
    { href: address({ show: 'waiting' }), label: t('stewardship.datasets.waiting') },
    ...datasetStates.map((state) => ({
      href: address({ show: state }),
      label: `${t(`catalogue.state.${state}`)} ${list.counts[state]}`,
    })),
  ]
  return (
    <>
      <Tabs label={t('stewardship.datasets.filter')} tabs={tabs} current={address(kept)} />
      <Table
        caption={t('stewardship.datasets')}
        hideCaption
        columns={columnsIn(t, language)}
        rows={list.items}
        rowKey={({ slug }) => slug}
        empty={<EmptyState title={t('stewardship.datasets.empty')} />}
      />
      <Pagination
        language={language}
        first={paged ? address(kept) : undefined}
        next={list.next ? address({ ...kept, after: list.next }) : undefined}
      />
    </>
  )
}
