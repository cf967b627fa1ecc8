import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import type { Language } from '@/lib/platform/messages'

type Props = { href: string; language: Language; label?: string; children: ReactNode }

/** A link that leaves the portal, and says so. `label` says where to, when the words alone do not. */
export function External({ href, language, label, children }: Props) {
  return (
    <a href={href} rel="noreferrer" aria-label={label && `${label} ${text(language)('dataset.external')}`}>
      {children}
      {/* A word joiner, which is never copied along: the sign does not begin a line of its own. */}
      <span className="before:content-['\2060']">
        <Icon name="external" className="ml-1 inline size-3 align-baseline" />
      </span>
      {!label && <span className="sr-only"> {text(language)('dataset.external')}</span>}
    </a>
  )
}
