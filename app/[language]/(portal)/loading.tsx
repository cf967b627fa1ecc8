import { language } from 'next/root-params'
import { text } from '@/components/messages'
import { Skeleton } from '@/components/ui/skeleton'
import { isLanguage } from '@/lib/platform/messages'

export default async function Loading() {
  const chosen = await language()
  return <Skeleton label={text(isLanguage(chosen) ? chosen : 'en')('shell.loading')} />
}
