import type { Metadata } from 'next'
import { show } from '@/app/show'
import { RequestTable } from '@/components/access/request/request-table'
import { wordFor } from '@/components/access/request/words'
import { text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { requestQueue } from '@/lib/access/queries/queue'
import { turns } from '@/lib/access/rules/turn'
import { requestContext } from '@/lib/identity/session'
import { RequestTabs } from '../tabs'

type Query = { turn?: string; mine?: string; cursor?: string }
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('requests.queue') }
}

const address = (query: Query): string => {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length > 0 ? `/requests/queue?${new URLSearchParams(set)}` : '/requests/queue'
}

export default async function QueuePage({ searchParams }: Props) {
  const [ctx, { turn, mine, cursor }] = await Promise.all([requestContext(), searchParams])
  const { language, now } = ctx
  const t = text(language)
  const { items, next, medians } = await show(requestQueue(ctx, { turn, mine, cursor }), address({ turn, mine }))
  return (
    <>
      <PageHeader title={t('requests.queue')} lead={t('requests.queue.lead')} />
      <RequestTabs ctx={ctx} current="/requests/queue" />
      <nav aria-label={t('requests.queue.filter')} className="mb-4 flex flex-wrap gap-2">
        <Tag on={!turn && !mine} href={address({})}>
          {t('requests.queue.all')}
        </Tag>
        <Tag on={mine === 'true'} href={address({ mine: 'true' })}>
          {t('requests.turn.yours')}
        </Tag>
        {turns.map((one) => (
          <Tag key={one} on={turn === one} href={address({ turn: one })}>
            {wordFor(t, 'turn', one)}
          </Tag>
        ))}
      </nav>
      <Panel>
        <RequestTable
          t={t}
          language={language}
          now={now}
          rows={items}
          medians={medians}
          caption={t('requests.queue')}
          empty={<EmptyState title={t('requests.queue.none')}>{t('requests.queue.none.how')}</EmptyState>}
        />
      </Panel>
      <Pagination
        language={language}
        first={cursor ? address({ turn, mine }) : undefined}
        next={next ? address({ turn, mine, cursor: next }) : undefined}
      />
    </>
  )
}
