import type { Metadata } from 'next'
import { fieldSentences } from '@/app/refusal-text'
import { show } from '@/app/show'
import { QueueFacets, queueAddress } from '@/components/access/queue/facet-tags'
import { QueueFilterForm } from '@/components/access/queue/filter-form'
import { SavedFilters } from '@/components/access/queue/saved-filters'
import { WorkList } from '@/components/access/queue/work-list'
import { text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { requestQueue } from '@/lib/access/queries/queue'
import { queryOf } from '@/lib/access/rules/queue'
import { QueueFilter } from '@/lib/access/schema/queue'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { RequestTabs } from '../tabs'
import { bulk, forget, keep } from './actions'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('requests.queue') }
}

/** What the address asks for; of what it asks wrongly, why, and the rest. */
function askedBy(query: Query) {
  const parsed = QueueFilter.safeParse(query)
  if (parsed.success) return { filter: parsed.data, wrong: {} }
  const wrong = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), [message]]))
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !Object.hasOwn(wrong, name)))
  return { filter: QueueFilter.parse(rest), wrong }
}

export default async function QueuePage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const { language, now, actor } = ctx
  const t = text(language)
  const { filter, wrong } = askedBy(query)
  const cursor = typeof query.cursor === 'string' ? query.cursor.slice(0, 100) : undefined
  const here = queueAddress(filter)
  const queue = await show(requestQueue(ctx, { ...filter, cursor }), here)
  const { facets, filters, workflows, processing, next } = queue
  const asked = queryOf(filter)
  const narrowed = Boolean(filter.q || filter.dataset || filter.workflow || filter.waitingSince || filter.show)
  const handles = isPerson(actor) && actor.roles.includes('request-handler')
  const sentences = Object.values(fieldSentences(refuse('platform.invalid', { fields: wrong }), ctx)).flat()
  const csv = (
    <a href={asked ? `/requests/queue/file?${asked}` : '/requests/queue/file'} download>
      {t('queue.csv')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('requests.queue')} lead={t('requests.queue.lead')} />
      <RequestTabs ctx={ctx} current="/requests/queue" />
      {sentences.length > 0 && (
        <div className="mb-4">
          <Notice tone="stop">{sentences.join(' ')}</Notice>
        </div>
      )}
      <SavedFilters t={t} language={language} query={asked} filters={filters} keep={keep} forget={forget} />
      <QueueFacets t={t} language={language} filter={filter} facets={facets} processing={processing} />
      <Disclosure summary={t('queue.filter')} open={narrowed} className="mb-5">
        <QueueFilterForm t={t} filter={filter} workflows={workflows} />
      </Disclosure>
      <Panel title={facets ? t('queue.count', { count: facets.total }) : t('queue.count.many')} actions={csv}>
        <WorkList
          t={t}
          language={language}
          now={now}
          queue={queue}
          bulk={handles && queue.items.length > 0 ? bulk : null}
        />
      </Panel>
      <Pagination
        language={language}
        first={cursor ? here : undefined}
        next={next ? queueAddress(filter, next) : undefined}
      />
    </>
  )
}
