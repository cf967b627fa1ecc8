import { useId } from 'react'

export type MeterPart = { value: number; kind: 'held' | 'new' }

/**
 * How much of a budget is used: what is held, then what is being added (hatched). Over the limit it turns red.
 * `label` tells it all in words, as in "8 held, 8 selected, 0 left of 16".
 */
export function Meter({ parts, limit, label }: { parts: readonly MeterPart[]; limit: number; label: string }) {
  const hatch = useId()
  const used = parts.reduce((sum, { value }) => sum + value, 0)
  const whole = Math.max(limit, used, 1)
  const over = used > limit
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { value }) => sum + value, 0))
  const percent = (value: number) => `${((value / whole) * 100).toFixed(2)}%`
  return (
    <svg role="img" aria-label={label} className={`h-2.5 w-full rounded-full ${over ? 'text-red' : 'text-accent'}`}>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="7" fill="currentColor" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" className="fill-sunken" />
      {parts.map(({ value, kind }, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name and stand in a fixed order
          key={at}
          x={percent(starts[at] ?? 0)}
          width={percent(value)}
          height="100%"
          fill={kind === 'new' ? `url(#${hatch})` : 'currentColor'}
        />
      ))}
    </svg>
  )
}
