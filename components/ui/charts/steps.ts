const STEPS = 4

/** The highest value of each step above nothing, growing geometrically up to `max`; fewer than four where `max` is small. */
export function stepBounds(max: number): number[] {
  const bounds = Array.from({ length: STEPS }, (_, at) => Math.round(max ** ((at + 1) / STEPS)))
  return [...new Set(bounds)].filter((bound) => bound > 0)
}

/** Which of the five colours a value has: 0 for nothing, 4 for the most. */
export function stepOf(value: number, bounds: readonly number[]): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0) return 0
  const at = bounds.findIndex((bound) => value <= bound)
  const step = (at < 0 ? bounds.length - 1 : at) + 1 + (STEPS - bounds.length)
  return Math.min(step, STEPS) as 1 | 2 | 3 | 4
}

/** What each step stands for, in words for a legend: `1–2`, `3`, `4–12`. */
export const stepLabels = (bounds: readonly number[], show: (value: number) => string) =>
  bounds.map((bound, at) => {
    const from = (bounds[at - 1] ?? 0) + 1
    return {
      step: at + 1 + (STEPS - bounds.length),
      label: from === bound ? show(bound) : `${show(from)}–${show(bound)}`,
    }
  })

export const stepFill = ['fill-step-0', 'fill-step-1', 'fill-step-2', 'fill-step-3', 'fill-step-4'] as const
export const stepGround = [
  'bg-step-0 text-soft',
  'bg-step-1 text-ink',
  'bg-step-2 text-ink',
  'bg-step-3 text-on-step-3',
  'bg-step-4 text-on-accent',
] as const
