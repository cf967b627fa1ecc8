import { notFound } from 'next/navigation'
import { Home } from '@/components/shell/home'
import { isLanguage } from '@/lib/platform/messages'

export const dynamic = 'force-static'

type Props = { params: Promise<{ language: string }> }

export const metadata = { alternates: { canonical: '/' } }

export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return <Home language={language} examples={['lymph', 'modality:mr', '"colon resections"', 'annotated liver']} />
}
