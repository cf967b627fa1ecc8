import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isLanguage } from '@/lib/platform/messages'

/** Rendered per request: what these pages show depends on who asks, and their scripts carry the request's nonce. */
export const dynamic = 'force-dynamic'

type Props = { children: ReactNode; params: Promise<{ language: string }> }

export default async function Layout({ children, params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const { actor } = await requestContext()
  // Said by the server here, so that the header is right without scripts too.
  const person = isPerson(actor) ? { name: actor.name, roles: actor.roles } : null
  return (
    <Shell language={language} demonstration={process.env.PORTAL_MODE === 'demonstration'} person={person}>
      {children}
    </Shell>
  )
}
