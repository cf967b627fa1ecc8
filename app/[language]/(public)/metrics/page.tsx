import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/public-context'
import { MetricsPage } from '@/components/catalogue/metrics/metrics-page'
import { text } from '@/components/messages'
import { catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-static'

type Props = { params: Promise<{ language: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  const t = text(language)
  return { title: t('metrics.title'), description: t('metrics.lead'), alternates: { canonical: '/metrics' } }
}

export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return <MetricsPage language={language} metrics={await catalogueMetrics(publicContext(language), {})} />
}
