import type { Metadata } from 'next'
import { show } from '@/app/show'
import { ApprovalTable, QueueTable } from '@/components/ethics/approval-table'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { ethicsQueue, ownApprovals } from '@/lib/ethics/queries/approvals'
import { approvalChoices } from '@/lib/ethics/queries/choices'
import { requestContext } from '@/lib/identity/session'
import { Refused } from '@/lib/platform/refusal'
import { RequestTabs } from '../requests/tabs'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('ethics.title') }
}

/** The queue for those who have one; to everybody else there is none. */
const queueFor = async (ctx: Awaited<ReturnType<typeof requestContext>>) =>
  ethicsQueue(ctx, {}).catch((error) => {
    if (error instanceof Refused && error.refusal.code !== 'platform.not-signed-in') return null
    throw error
  })

export default async function EthicsPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const own = await show(ownApprovals(ctx, {}), '/ethics')
  const [queue, choices] = await Promise.all([queueFor(ctx), show(approvalChoices(ctx, {}), '/ethics')])
  const register = choices.projects.length > 0 && (
    <LinkButton href="/ethics/new" look="primary">
      {t('ethics.register')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('ethics.title')} lead={t('ethics.lead')} actions={register} />
      <RequestTabs ctx={ctx} current="/ethics" />
      <div className="grid gap-5">
        {queue && (
          <Panel title={t('ethics.queue')}>
            {queue.waiting.length === 0 ? (
              <EmptyState title={t('ethics.queue.none')} />
            ) : (
              <QueueTable t={t} language={language} now={now} lines={queue.waiting} />
            )}
          </Panel>
        )}
        {(own.length > 0 || !queue) && (
          <Panel title={t('ethics.own')}>
            {own.length === 0 ? (
              <EmptyState title={t('ethics.own.none')}>{t('ethics.own.how')}</EmptyState>
            ) : (
              <ApprovalTable t={t} language={language} lines={own} caption={t('ethics.own')} />
            )}
          </Panel>
        )}
      </div>
    </>
  )
}
