import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/public-context'
import { sentenceOf } from '@/app/refusal-text'
import { ComparePage } from '@/components/catalogue/compare/compare-page'
import { text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { compareDatasets } from '@/lib/catalogue/queries/compare-datasets'
import { isLanguage } from '@/lib/platform/messages'
import { Refused } from '@/lib/platform/refusal'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ language: string }>; searchParams: Promise<{ d?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  // Endless combinations are not for crawlers.
  return isLanguage(language) ? { title: text(language)('compare.title'), robots: { index: false, follow: true } } : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const ctx = publicContext(language)
  try {
    return <ComparePage language={language} comparison={await compareDatasets(ctx, { d: (await searchParams).d })} />
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return (
      <>
        <PageHeader title={text(language)('compare.title')} lead={text(language)('compare.lead')} />
        <Notice tone="stop">{sentenceOf(error.refusal, ctx)}</Notice>
      </>
    )
  }
}
