import type { ReactNode } from 'react'
import { SectionNav } from '@/components/identity/section-nav'
import { type MessageKey, text } from '@/components/messages'
import { requestContext } from '@/lib/identity/session'

const parts = {
  '/account': 'identity.account.profile',
  '/account/security': 'identity.account.security',
  '/account/sessions': 'identity.account.sessions',
  '/account/keys': 'identity.account.keys',
  '/account/tokens': 'identity.account.tokens',
  '/account/notifications': 'identity.account.notifications',
  '/account/calendars': 'compute.calendars',
  '/account/data': 'identity.account.data',
} as const satisfies Record<string, MessageKey>

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = text((await requestContext()).language)
  const places = Object.entries(parts).map(([href, key]) => ({ href, label: t(key) }))
  return (
    <div className="grid gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
      <SectionNav label={t('identity.account.nav')} places={places} />
      <div className="min-w-0 max-w-3xl">{children}</div>
    </div>
  )
}
