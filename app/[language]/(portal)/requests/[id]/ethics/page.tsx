import type { Metadata } from 'next'
import { show } from '@/app/show'
import { ApprovalRead } from '@/components/access/ethics/approval-read'
import { text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { requestEthics } from '@/lib/access/queries/request-ethics'
import { requestContext } from '@/lib/identity/session'

type Props = { params: Promise<{ id: string }> }

async function read({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  return { ctx, ethics: await show(requestEthics(ctx, { request: id }), `/requests/${id}/ethics`) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, ethics } = await read(props)
  return { title: text(ctx.language)('ethicsview.title', { reference: ethics.reference }) }
}

export default async function RequestEthicsPage(props: Props) {
  const { ctx, ethics } = await read(props)
  const { language } = ctx
  const t = text(language)
  const { id, reference, title, approvals } = ethics
  const crumbs = [
    { href: '/requests/queue', label: t('requests.title') },
    { href: `/requests/${id}`, label: title || reference },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('ethicsview.title', { reference })}
        lead={t('ethicsview.lead')}
      />
      {approvals.length === 0 && <EmptyState title={t('ethicsview.none')}>{t('ethicsview.none.how')}</EmptyState>}
      <div className="grid gap-10">
        {approvals.map((approval) => (
          <ApprovalRead key={approval.id} t={t} language={language} request={id} approval={approval} />
        ))}
      </div>
    </>
  )
}
