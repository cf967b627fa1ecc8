import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { datasetMetadata, datasetScript } from '@/app/dataset-metadata'
import { foundOrMissing } from '@/app/found-or-missing'
import { publicContext } from '@/app/public-context'
import { DatasetPage } from '@/components/catalogue/dataset/dataset-page'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-static'

type Props = { params: Promise<{ language: string; slug: string }> }

async function read({ params }: Props) {
  const { language, slug } = await params
  if (!isLanguage(language)) notFound()
  return { language, page: await foundOrMissing(datasetPage(publicContext(language), { slug })) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, page } = await read(props)
  return datasetMetadata(page, language)
}

export default async function Page(props: Props) {
  const { language, page } = await read(props)
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element (scriptJson) */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: datasetScript(page) }} />
      <DatasetPage language={language} page={page} />
    </>
  )
}
