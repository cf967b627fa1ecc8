import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import type { Tone } from './tag'

const looks = {
  info: ['border-accent bg-accent-soft', 'text-accent', 'info'],
  ok: ['border-green bg-green-soft', 'text-green', 'check'],
  wait: ['border-amber bg-amber-soft', 'text-amber', 'alert'],
  stop: ['border-red bg-red-soft', 'text-red', 'alert'],
  idle: ['border-edge bg-sunken', 'text-soft', 'info'],
} as const satisfies Record<Tone, readonly [string, string, IconName]>

/** Something to know before going on. `live` has screen readers say it when it appears. */
export function Notice(props: { tone?: Tone; title?: ReactNode; live?: boolean; children?: ReactNode }) {
  const { tone = 'info', title, live, children } = props
  const [box, colour, icon] = looks[tone]
  return (
    <div
      role={live ? 'status' : undefined}
      className={classes('flex gap-3 rounded-r-md border-l-[3px] px-4 py-2.5', box)}
    >
      <Icon name={icon} className={classes('mt-1 size-4', colour)} />
      <div className="min-w-0">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  )
}

/** An empty list says how to fill it. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-edge px-6 py-10 text-center">
      <p className="text-lg font-medium">{props.title}</p>
      {props.children && <div className="mx-auto mt-1 max-w-[60ch] text-soft">{props.children}</div>}
      {props.action && <div className="mt-4 flex justify-center gap-3">{props.action}</div>}
    </div>
  )
}
