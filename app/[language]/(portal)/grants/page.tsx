import type { Metadata } from 'next'
import { show } from '@/app/show'
import { wordFor } from '@/components/access/request/words'
import { type Text, text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { type Grants, grants } from '@/lib/access/queries/grants'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { RequestTabs } from '../requests/tabs'

type Query = { expired?: string; retention?: string; cursor?: string }
type Props = { searchParams: Promise<Query> }
type Row = Grants['items'][number]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('requests.grants.title') }
}

const columnsOf = (t: Text, language: Language): Column<Row>[] => [
  {
    key: 'dataset',
    label: t('requests.column.dataset'),
    cell: ({ dataset }) => <a href={`/datasets/${dataset}`}>{dataset}</a>,
  },
  {
    key: 'request',
    label: t('requests.column.request'),
    cell: ({ requestId, reference, title }) => (
      <>
        <a href={`/requests/${requestId}`}>{reference}</a>
        <span className="block text-sm text-soft">{title}</span>
      </>
    ),
  },
  { key: 'members', label: t('requests.fact.members'), numeric: true, cell: ({ members }) => members },
  {
    key: 'state',
    label: t('requests.column.state'),
    cell: ({ id, life, suspended, endKind, unacknowledged }) => (
      <>
        <StateBadge tone={suspended ? 'stop' : life === 'running' ? 'ok' : 'idle'}>
          {suspended ? t('requests.grant.barred') : wordFor(t, 'life', endKind ?? life)}
        </StateBadge>
        <a href={`/grants/${id}`} className="block text-sm">
          {t('basis.show')}
        </a>
        {unacknowledged > 0 && (
          <span className="block text-sm text-red">{t('basis.unacknowledged', { count: unacknowledged })}</span>
        )}
      </>
    ),
  },
  { key: 'until', label: t('requests.column.until'), cell: ({ endsAt }) => lastDayBefore(endsAt) },
  {
    key: 'keep',
    label: t('requests.column.retain'),
    cell: ({ retainUntil, retained }) => (
      <>
        <Time value={retainUntil} language={language} />
        {retained && <span className="block text-sm text-soft">{wordFor(t, 'retained', retained)}</span>}
      </>
    ),
  },
]

const address = ({ expired, retention, cursor }: Query): string => {
  const set = Object.entries({ expired, retention, cursor }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  )
  return set.length > 0 ? `/grants?${new URLSearchParams(set)}` : '/grants'
}

export default async function GrantsPage({ searchParams }: Props) {
  const [ctx, { expired, retention, cursor }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const { items, next } = await show(grants(ctx, { expired, retention, cursor }), address({ expired, retention }))
  const none = retention ? 'requests.grants.none.near' : 'requests.grants.none'
  return (
    <>
      <PageHeader title={t('requests.grants.title')} lead={t('requests.grants.lead')} />
      <RequestTabs ctx={ctx} current="/grants" />
      <nav aria-label={t('requests.queue.filter')} className="mb-4 flex flex-wrap gap-2">
        <Tag on={!expired && !retention} href="/grants">
          {t('requests.grants.running')}
        </Tag>
        <Tag on={expired === 'true' && !retention} href={address({ expired: 'true' })}>
          {t('requests.grants.all')}
        </Tag>
        <Tag on={retention === 'near'} href={address({ retention: 'near' })}>
          {t('requests.grants.near')}
        </Tag>
      </nav>
      <Panel>
        <Table
          caption={t('requests.grants.title')}
          hideCaption
          columns={columnsOf(t, language)}
          rows={items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(none)}>{t(`${none}.how`)}</EmptyState>}
        />
      </Panel>
      <Pagination
        language={language}
        first={cursor ? address({ expired, retention }) : undefined}
        next={next ? address({ expired, retention, cursor: next }) : undefined}
      />
    </>
  )
}
