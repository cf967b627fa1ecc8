import type { ReactNode } from 'react'
import { SectionNav } from '@/components/identity/section-nav'
import { type MessageKey, text } from '@/components/messages'
import { requestContext } from '@/lib/identity/session'

const parts = {
  '/stewardship': 'stewardship.home',
  '/stewardship/datasets': 'stewardship.datasets',
  '/stewardship/forms': 'forms.title',
  '/stewardship/terms': 'terms.title',
  '/stewardship/import': 'stewardship.import',
  '/stewardship/proposals': 'stewardship.proposals',
  '/stewardship/priorities': 'stewardship.priorities',
} as const satisfies Record<string, MessageKey>

export default async function StewardshipLayout({ children }: { children: ReactNode }) {
  const t = text((await requestContext()).language)
  const places = Object.entries(parts).map(([href, key]) => ({ href, label: t(key) }))
  return (
    <div className="grid gap-6 lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-8">
      <SectionNav label={t('stewardship.nav')} places={places} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
