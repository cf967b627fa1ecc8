import { language } from 'next/root-params'
import { Missing } from '@/components/shell/missing'
import { isLanguage } from '@/lib/platform/messages'

export default async function NotFound() {
  const chosen = await language()
  return <Missing language={isLanguage(chosen) ? chosen : 'en'} />
}
