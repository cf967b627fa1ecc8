import type { Metadata } from 'next'
import { show } from '@/app/show'
import { DatasetPage } from '@/components/catalogue/dataset/dataset-page'
import { text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs } from '@/components/ui/page-header'
import { datasetPreview } from '@/lib/catalogue/queries/dataset-preview'
import { requestContext } from '@/lib/identity/session'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.preview') }
}

export default async function PreviewPage({ params }: Props) {
  const [ctx, { slug }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const here = `/stewardship/datasets/${slug}`
  const page = await show(datasetPreview(ctx, { slug }), here)
  const crumbs = [
    { href: '/stewardship/datasets', label: t('stewardship.datasets') },
    { href: here, label: page.version.record.title },
  ]
  return (
    <>
      <Breadcrumbs crumbs={crumbs} language={language} />
      <div className="mb-6">
        <Notice tone="wait">{t('stewardship.preview.text')}</Notice>
      </div>
      <DatasetPage language={language} page={page} />
    </>
  )
}
