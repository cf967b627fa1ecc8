const [second, minute, hour] = [1000, 60_000, 3_600_000]
/** How long to wait after each failed try; after the last of these, for ever at its pace. */
const waits = [10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour]

/** When a delivery is tried again that has failed so many times. */
export const nextTry = (failures: number, now: Date): Date =>
  new Date(now.getTime() + (waits[Math.min(failures, waits.length) - 1] ?? waits[0] ?? 0))

/** How long one process has a delivery to itself; longer than any try lasts. */
export const leaseLength = 60 * second

type Waiting = {
  readonly acknowledgedAt: Date | null
  readonly supersededAt: Date | null
  readonly nextAt: Date
  readonly leasedUntil: Date | null
  readonly system: { readonly enabled: boolean; readonly removedAt: Date | null }
}

/** Whether a delivery is to be tried now: not by two at once, not what is acknowledged or overtaken, not to a system that is off. */
export function isToTry({ acknowledgedAt, supersededAt, nextAt, leasedUntil, system }: Waiting, now: Date): boolean {
  if (acknowledgedAt !== null || supersededAt !== null) return false
  if (!system.enabled || system.removedAt !== null) return false
  return nextAt <= now && (leasedUntil === null || leasedUntil <= now)
}

/** Where a delivery stands. */
export type DeliveryState = 'acknowledged' | 'superseded' | 'failing' | 'waiting'

export function stateOfDelivery(of: {
  readonly acknowledgedAt: Date | null
  readonly supersededAt: Date | null
  readonly attempts: number
}): DeliveryState {
  if (of.acknowledgedAt !== null) return 'acknowledged'
  if (of.supersededAt !== null) return 'superseded'
  return of.attempts > 0 ? 'failing' : 'waiting'
}
