import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/public-context'
import { text } from '@/components/messages'
import { PriorityPage } from '@/components/priorities/priority-page'
import { priorityList } from '@/lib/catalogue/queries/priorities'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-static'

type Props = { params: Promise<{ language: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  const t = text(language)
  return { title: t('priorities.title'), description: t('priorities.lead'), alternates: { canonical: '/priorities' } }
}

export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const list = await priorityList(publicContext(language), {})
  return <PriorityPage language={language} list={list} />
}
