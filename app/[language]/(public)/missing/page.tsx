import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { text } from '@/components/messages'
import { Missing } from '@/components/shell/missing'
import { isLanguage } from '@/lib/platform/messages'

type Props = { params: Promise<{ language: string }> }

export const dynamic = 'force-static'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  return { title: text(language)('shell.missing.title'), robots: { index: false } }
}

/** What the server answers, with status 404, wherever nothing is found (scripts/serve/missing.mjs). */
export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return <Missing language={language} />
}
