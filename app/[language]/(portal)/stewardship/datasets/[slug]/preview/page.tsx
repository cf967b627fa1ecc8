import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { RecordView } from '@/components/stewardship/record-view'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { stewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
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
  const { record } = await show(stewardedDataset(ctx, { slug }), here)
  const crumbs = [
    { href: '/stewardship/datasets', label: t('stewardship.datasets') },
    { href: here, label: slug },
  ]
  return (
    <>
      <div className="mb-6">
        <Notice tone="wait">{t('stewardship.preview.text')}</Notice>
      </div>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={record.title}
        lead={record.abstract}
      />
      <RecordView t={t} language={language} record={record} />
    </>
  )
}
