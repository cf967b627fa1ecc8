import type { ReactNode } from 'react'
import { SectionNav } from '@/components/identity/section-nav'
import { text } from '@/components/messages'
import { requestContext } from '@/lib/identity/session'

export default async function ComputeLayout({ children }: { children: ReactNode }) {
  const t = text((await requestContext()).language)
  const places = [
    { href: '/administration/compute', label: t('compute.week') },
    { href: '/administration/compute/machines', label: t('compute.machines') },
  ]
  return (
    <div className="grid gap-6 lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-8">
      <SectionNav label={t('compute.nav')} places={places} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
