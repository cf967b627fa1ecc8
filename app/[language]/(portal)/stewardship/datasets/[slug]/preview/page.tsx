import type { Metadata } from 'next'
import { show } from '@/app/show'
import { DatasetPage } from '@/components/catalogue/dataset/dataset-page'
import { text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
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
  return (
    <>
      <div className="mb-6">
        <Notice tone="wait">
          {t('stewardship.preview.text')} <a href={here}>{t('stewardship.back')}</a>
        </Notice>
      </div>
      <DatasetPage language={language} page={page} />
    </>
  )
}
