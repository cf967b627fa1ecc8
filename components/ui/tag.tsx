import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

const pill = 'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-px text-xs whitespace-nowrap no-underline'

/** A short word about a thing; `on` when it is a choice in force, a link when it leads to more of the kind. */
export function Tag({ children, on, href }: { children: ReactNode; on?: boolean; href?: string }) {
  const look = classes(pill, on ? 'border-transparent bg-accent-soft text-accent' : 'border-line text-soft')
  return href ? (
    <a href={href} className={classes(look, 'min-h-6 hover:border-edge')}>
      {children}
    </a>
  ) : (
    <span className={look}>{children}</span>
  )
}

const tones = {
  ok: { colour: 'text-green', icon: 'check' },
  wait: { colour: 'text-amber', icon: 'clock' },
  stop: { colour: 'text-red', icon: 'cross' },
  info: { colour: 'text-accent', icon: 'info' },
  idle: { colour: 'text-soft', icon: 'dot' },
} as const satisfies Record<string, { colour: string; icon: IconName }>

export type Tone = keyof typeof tones

/** The state of a thing, told three times: by its word, its colour and its sign. */
export function StateBadge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes('inline-flex items-baseline gap-1.5 text-sm font-medium', tones[tone].colour)}>
      <Icon name={icon ?? tones[tone].icon} className="size-3.5 translate-y-0.5" />
      {children}
    </span>
  )
}
