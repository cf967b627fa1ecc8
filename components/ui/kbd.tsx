import type { ReactNode } from 'react'

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border border-line bg-bg px-1.5 font-sans text-xs text-soft">{children}</kbd>
}
