import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/public-context'
import { SearchPage } from '@/components/catalogue/search/search-page'
import { text } from '@/components/messages'
import { relaxSearch, searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { isEmptySearch, parseSearch, searchAddress } from '@/lib/catalogue/rules/search/state'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ language: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  const state = parseSearch(await searchParams)
  const t = text(language)
  return {
    title: state.q === '' ? t('search.title') : t('search.title.for', { text: state.q }),
    description: t('search.lead'),
    alternates: { canonical: searchAddress({ ...state, cursor: null, sort: null }) },
    // One address for the whole list; endless combinations of filters are not for crawlers.
    robots: isEmptySearch(state) ? undefined : { index: false, follow: true },
  }
}

export default async function Page({ params, searchParams }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const { q, facets, sort, cursor } = parseSearch(await searchParams)
  const ctx = publicContext(language)
  const asked = { ...facets, q, sort: sort ?? undefined, cursor: cursor ?? undefined }
  const answer = await searchCatalogue(ctx, asked)
  const relax = answer.total.value === 0 && cursor === null ? await relaxSearch(ctx, asked) : []
  return <SearchPage language={language} answer={answer} relax={relax} />
}
