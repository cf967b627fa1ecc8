'use client'
import { usePathname } from 'next/navigation'
import { Tabs } from '@/components/ui/tabs'

type Props = { label: string; tabs: readonly { href: string; label: string }[] }

/** The parts of a project, the present one marked. */
export function ProjectTabs({ label, tabs }: Props) {
  const path = usePathname().replace(/^\/(en|sv)(?=\/|$)/, '')
  return <Tabs label={label} tabs={tabs} current={path} />
}
