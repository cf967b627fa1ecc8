import { notFound } from 'next/navigation'
import { publicContext } from '@/app/public-context'
import { rowOf } from '@/components/catalogue/search/hit'
import { HitRow } from '@/components/catalogue/search/hit-row'
import { Home } from '@/components/shell/home'
import { catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { newestDatasets } from '@/lib/catalogue/queries/published-datasets'
import { exampleSearches } from '@/lib/catalogue/rules/search/example-searches'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-static'

type Props = { params: Promise<{ language: string }> }

export const metadata = { alternates: { canonical: '/' } }

const pictures = ['ct-chest.png', 'sm-glands.png', 'mr-brain.png', 'mg-mlo.png', 'cr-knee.png', 'ct-abdomen.png']

export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const ctx = publicContext(language)
  const [{ table, counts }, newest] = await Promise.all([catalogueMetrics(ctx, {}), newestDatasets(ctx, { limit: 3 })])
  const total = table.find(({ group }) => group === 'total')
  const list = newest.map((hit) => <HitRow key={hit.slug} row={rowOf(hit, language)} />)
  return (
    <Home
      language={language}
      examples={exampleSearches}
      pictures={pictures}
      figures={total && { ...total, modalities: counts.modalities, organs: counts.organs }}
      newest={list.length > 0 && <ul>{list}</ul>}
    />
  )
}
