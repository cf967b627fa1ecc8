import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { isLanguage } from '@/lib/platform/messages'

/** Rendered per request: what these pages show depends on who asks, and their scripts carry the request's nonce. */
export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ language: string }> }

export default async function Layout({ children, params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return (
    <Shell language={language} demonstration={process.env.PORTAL_MODE === 'demonstration'}>
      {children}
    </Shell>
  )
}
