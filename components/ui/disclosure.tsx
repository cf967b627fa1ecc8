import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type Props = { summary: ReactNode; open?: boolean; children: ReactNode; className?: string }

/** More, for those who ask: opens in place, without JavaScript. */
export function Disclosure({ summary, open, children, className }: Props) {
  return (
    <details open={open} className={classes('group/more', className)}>
      <summary className="inline-flex min-h-6 items-center gap-1.5 rounded-sm text-accent hover:underline">
        <Icon name="chevron" className="size-3.5 -rotate-90 group-open/more:rotate-0" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
