import type { ReactNode } from 'react'
import type { Language } from '@/lib/platform/messages'
import { messages } from './messages'

export type Crumb = { href: string; label: string }

/** The way up from this page, the page itself excluded. */
export function Breadcrumbs({ crumbs, language }: { crumbs: readonly Crumb[]; language: Language }) {
  return (
    <nav aria-label={messages[language]['ui.breadcrumbs']} className="mb-1 text-sm text-soft">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map(({ href, label }) => (
          <li key={href} className="not-last:after:ml-2 not-last:after:content-['/']">
            <a href={href} className="inline-flex min-h-6 items-center no-underline hover:underline">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What this page is, its state, and what can be done: the three questions of every page. */
export function PageHeader(props: {
  title: ReactNode
  state?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  above?: ReactNode
}) {
  const { title, state, lead, actions, above } = props
  return (
    <header className="mb-6">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <h1>{title}</h1>
          {state && <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">{state}</div>}
          {lead && <p className="mt-1.5 max-w-[70ch] text-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  )
}
