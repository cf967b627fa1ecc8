/** Which weeks changed: their Mondays, or any of them. */
export type Changed = ReadonlySet<string> | 'all'

/** Changes that come together are read together. */
const pause = 150
const patience = 3000

const adding = (changed: Changed | null, week: string | null): Changed =>
  week === null || changed === 'all' ? 'all' : new Set([...(changed ?? []), week])
const both = (one: Changed, other: Changed | null): Changed =>
  one === 'all' || other === 'all' ? 'all' : new Set([...one, ...(other ?? [])])

/**
 * Reads anew what changed: one reading at a time, a moment after the first word of a change; again where `read` says that it was
 * overtaken, and later where it failed. `hear` takes a Monday, or null where anything may have changed.
 */
export function changeQueue(read: (changed: Changed) => Promise<'read' | 'overtaken'>) {
  let waiting: Changed | null = null
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(readNow, ms)
  }
  const readNow = async () => {
    if (busy || waiting === null) return
    const asked = waiting
    waiting = null
    busy = true
    const outcome = await read(asked).catch(() => 'failed' as const)
    busy = false
    if (outcome !== 'read') waiting = both(asked, waiting)
    if (waiting !== null) later(outcome === 'failed' ? patience : pause)
  }
  return {
    hear(week: string | null): void {
      waiting = adding(waiting, week)
      if (!busy) later(pause)
    },
    stop: () => clearTimeout(timer),
  }
}
