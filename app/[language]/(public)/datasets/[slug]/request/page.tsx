import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { foundOrMissing } from '@/app/found-or-missing'
import { show } from '@/app/show'
import { AskPanel } from '@/components/access/request/ask-panel'
import { VerdictPanel } from '@/components/access/request/verdict-panel'
import { RequestPage } from '@/components/catalogue/dataset/request-page'
import { text } from '@/components/messages'
import { Panel } from '@/components/ui/panel'
import { formOfDataset } from '@/lib/access/queries/forms'
import { ownRequests } from '@/lib/access/queries/own-requests'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { formOfRequests } from '@/lib/access/rules/forms-standard'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isLanguage } from '@/lib/platform/messages'
import { addToDraft, begin } from '../../../../(portal)/requests/actions'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ language: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  return isLanguage(language) ? { title: text(language)('dataset.request'), robots: { index: false } } : {}
}

/** Whether the reader may use the dataset now, and why; and where they ask for it. A request is always somebody's. */
export default async function Page({ params }: Props) {
  const { language, slug } = await params
  if (!isLanguage(language)) notFound()
  const ctx = await requestContext()
  const page = await foundOrMissing(datasetPage(ctx, { slug }))
  if (page.withdrawn) redirect(`/datasets/${slug}`)
  const here = `/datasets/${slug}/request`
  if (!isPerson(ctx.actor)) redirect(`/sign-in?${new URLSearchParams({ next: here })}`)
  const t = text(language)
  const [{ verdict }, { items, mayAskFor }, asked] = await Promise.all([
    show(accessVerdict(ctx, { dataset: slug }), here),
    show(ownRequests(ctx, { state: 'draft' }), here),
    show(formOfDataset(ctx, { slug }), here),
  ])
  const asks = asked.form === formOfRequests ? null : asked.asks.map((label) => label[language])
  return (
    <RequestPage language={language} page={page} asks={asks}>
      <Panel title={t('requests.verdict')}>
        <VerdictPanel t={t} language={language} verdict={verdict} />
      </Panel>
      <AskPanel
        t={t}
        language={language}
        slug={slug}
        drafts={items}
        projects={mayAskFor}
        asked={asked}
        begin={begin}
        add={addToDraft}
      />
    </RequestPage>
  )
}
