import { type NewsKind, newsKinds } from './use'

const [second, minute, hour] = [1000, 60_000, 3_600_000]
/** How long to wait after each failed try; after the last of these, for ever at its pace. */
const waits = [10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour]
const waitAfter = (failures: number): number => waits[Math.min(failures, waits.length) - 1] ?? waits[0] ?? 0

/** When a delivery is tried again that has failed so many times. */
export const nextTry = (failures: number, now: Date): Date => new Date(now.getTime() + waitAfter(failures))

/**
 * When a system is called again that was out of reach so many times in a row: after half the wait of a delivery, so that other news is
 * tried before what failed, and what it alone cannot take holds nothing up.
 */
export const nextCall = (faults: number, now: Date): Date => new Date(now.getTime() + waitAfter(faults) / 2)

/** What ends something is tried before what gives something. */
export const endingKinds = ['grant.suspended', 'grant.withdrawn'] as const
export const isEnding = (kind: string): boolean => (endingKinds as readonly string[]).includes(kind)

/** What a system is told that wants these kinds: of what ends something every one, whatever it says. */
export const completed = (wanted: readonly NewsKind[]): NewsKind[] =>
  newsKinds.filter((kind) => wanted.includes(kind) || isEnding(kind))

/** When a system is called with fresh news: at once, or soon where it is out of reach; what ends something waits least. */
export function callWithNews(nextAt: Date | null, ends: boolean, now: Date): Date {
  if (nextAt === null || nextAt <= now) return now
  const soon = now.getTime() + (ends ? 10 * second : minute)
  return new Date(Math.min(nextAt.getTime(), soon))
}

/** How soon after a system is back everything that waits for it is due. */
export const recovery = minute

/** How long one process has a system to itself; longer than any try lasts. */
export const leaseLength = 60 * second

/** How long one job tells a system its news before others have their turn. */
export const turnLength = 20 * second

type Called = {
  readonly enabled: boolean
  readonly removedAt: Date | null
  readonly nextAt: Date | null
  readonly leasedUntil: Date | null
}

/** Whether a system is to be called now: not by two at once, not before its wait is over, not while it is off. */
export function mayCall({ enabled, removedAt, nextAt, leasedUntil }: Called, now: Date): boolean {
  if (!enabled || removedAt !== null) return false
  return (nextAt === null || nextAt <= now) && (leasedUntil === null || leasedUntil <= now)
}

/** How long the secret before signs as well, so that the other side can be given the new one in peace. */
export const overlap = 24 * hour

type Secrets = {
  readonly sealedSecret: string
  readonly sealedFormer: string | null
  readonly formerUntil: Date | null
}

/** By which secrets what is sent now is signed, the newest first. */
export function secretsOf({ sealedSecret, sealedFormer, formerUntil }: Secrets, now: Date): string[] {
  const former = sealedFormer !== null && formerUntil !== null && now < formerUntil ? [sealedFormer] : []
  return [sealedSecret, ...former]
}

/** What came of a try: `refused` tells of this news alone, `out-of-reach` of the system, so that other news would fare no better. */
export type Outcome = 'acknowledged' | 'refused' | 'out-of-reach'

/** Answers that speak of the system although they are those of a request: who calls, how often, how early. */
const ofTheSystem: readonly number[] = [401, 403, 407, 408, 425, 429]

export function outcomeOf({
  status,
  fault,
}: {
  readonly status: number | null
  readonly fault: string | null
}): Outcome {
  if (fault !== null || status === null) return 'out-of-reach'
  if (status >= 200 && status < 300) return 'acknowledged'
  return status >= 400 && status < 500 && !ofTheSystem.includes(status) ? 'refused' : 'out-of-reach'
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
