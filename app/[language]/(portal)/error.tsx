'use client'
import { useParams } from 'next/navigation'
import { Failure } from '@/components/shell/failure'
import { isLanguage } from '@/lib/platform/messages'

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  const { language } = useParams()
  return <Failure language={isLanguage(language) ? language : 'en'} {...props} />
}
