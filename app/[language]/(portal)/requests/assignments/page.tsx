import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OwnAssigned, StandingIn } from '@/components/access/workflow/assignment-panel'
import { text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ownAssignments } from '@/lib/access/queries/assignments'
import { requestContext } from '@/lib/identity/session'
import { RequestTabs } from '../tabs'
import { away } from './actions'

const here = '/requests/assignments'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('assignments.title') }
}

export default async function AssignmentsPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const { own, standingIn } = await show(ownAssignments(ctx, {}), here)
  const today = now.toISOString().slice(0, 10)
  return (
    <>
      <PageHeader title={t('assignments.title')} lead={t('assignments.lead')} />
      <RequestTabs ctx={ctx} current={here} />
      <div className="grid gap-5">
        {own.length === 0 ? (
          <EmptyState title={t('assignments.none')}>{t('assignments.none.how')}</EmptyState>
        ) : (
          <OwnAssigned t={t} language={language} act={away} today={today} own={own} />
        )}
        <StandingIn t={t} standingIn={standingIn} />
      </div>
    </>
  )
}
