import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ProposalLine } from '@/components/stewardship/proposal-line'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { proposalsForStewards } from '@/lib/catalogue/queries/priorities'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { decide } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.proposals') }
}

export default async function ProposalsPage() {
  const ctx = await requestContext()
  const { language, now, actor } = ctx
  const t = text(language)
  const { items } = await show(proposalsForStewards(ctx, {}), '/stewardship/proposals')
  const isOwn = (proposerId: string) => isPerson(actor) && actor.id === proposerId
  return (
    <>
      <PageHeader title={t('stewardship.proposals')} lead={t('stewardship.proposals.lead')} />
      <div className="grid gap-4">
        {items.length === 0 && <EmptyState title={t('stewardship.proposals.empty')} />}
        {items.map((item) => (
          <ProposalLine
            key={item.id}
            language={language}
            now={now}
            item={item}
            decide={decide}
            isOwn={isOwn(item.proposerId)}
          />
        ))}
      </div>
    </>
  )
}
