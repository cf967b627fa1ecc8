import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { foundOrMissing } from '@/app/found-or-missing'
import { RequestPage } from '@/components/catalogue/dataset/request-page'
import { text } from '@/components/messages'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ language: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  return isLanguage(language) ? { title: text(language)('dataset.request'), robots: { index: false } } : {}
}

/** Asking for access begins with signing in: a request is always somebody's. */
export default async function Page({ params }: Props) {
  const { language, slug } = await params
  if (!isLanguage(language)) notFound()
  const ctx = await requestContext()
  const page = await foundOrMissing(datasetPage(ctx, { slug }))
  if (page.withdrawn) redirect(`/datasets/${slug}`)
  if (!isPerson(ctx.actor)) redirect(`/sign-in?${new URLSearchParams({ next: `/datasets/${slug}/request` })}`)
  return <RequestPage language={language} page={page} />
}
