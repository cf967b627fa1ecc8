import type { ReactNode } from 'react'
import { classes } from './classes'

/** A framed part of a page with a heading of its own; `actions` stand beside the heading. */
export function Panel(props: {
  title?: ReactNode
  actions?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}) {
  const { title, actions, id, className, children } = props
  return (
    <section id={id} className={classes('min-w-0 rounded-lg border border-line bg-panel p-4 sm:p-5', className)}>
      {(title || actions) && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {title && <h2>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}

/** A page's main column with a narrower one beside it, under it on a phone. */
export function WithAside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 grid-cols-1 gap-5">{children}</div>
      <aside className="grid min-w-0 grid-cols-1 gap-5">{aside}</aside>
    </div>
  )
}
