import type { Metadata } from 'next'
import { show } from '@/app/show'
import { RequestTable } from '@/components/access/request/request-table'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { ownRequests } from '@/lib/access/queries/own-requests'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { RequestTabs } from './tabs'

type Props = { searchParams: Promise<{ cursor?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('requests.title') }
}

export default async function RequestsPage({ searchParams }: Props) {
  const [ctx, { cursor }] = await Promise.all([requestContext(), searchParams])
  const { language, now, actor } = ctx
  const t = text(language)
  const { items, next, medians } = await show(ownRequests(ctx, { cursor }), '/requests')
  const own = isPerson(actor) ? actor.id : ''
  const rows = items.map((row) => ({ ...row, mine: row.turn === 'applicant' && row.applicantId === own }))
  const find = <LinkButton href="/datasets">{t('requests.none.find')}</LinkButton>
  return (
    <>
      <PageHeader title={t('requests.title')} lead={t('requests.lead')} actions={find} />
      <RequestTabs ctx={ctx} current="/requests" />
      <Panel>
        <RequestTable
          t={t}
          language={language}
          now={now}
          rows={rows}
          medians={medians}
          caption={t('requests.own')}
          empty={
            <EmptyState title={t('requests.none')} action={find}>
              {t('requests.none.how')}
            </EmptyState>
          }
        />
      </Panel>
      <Pagination
        language={language}
        first={cursor ? '/requests' : undefined}
        next={next ? `/requests?cursor=${next}` : undefined}
      />
    </>
  )
}
