import type { Tx } from '@/lib/platform/db'
import { nextCall, nextTry, type Outcome, recovery } from '../rules/deliveries'
import { callAt, tryAllOf } from './systems-called'

const columns = {
  id: true,
  systemId: true,
  grantId: true,
  personId: true,
  kind: true,
  attempts: true,
  acknowledgedAt: true,
  supersededAt: true,
  system: { select: { id: true, enabled: true, removedAt: true, faults: true } },
} as const

/** A delivery under lock, after its system. */
export async function lockDelivery(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM access_system WHERE id = (SELECT system_id FROM access_delivery WHERE id = ${id}::uuid)
    FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT 1 FROM access_delivery WHERE id = ${id}::uuid FOR UPDATE`
  return tx.accessDelivery.findUnique({ where: { id }, select: columns })
}

export type LockedDelivery = NonNullable<Awaited<ReturnType<typeof lockDelivery>>>

type Try = {
  readonly delivery: string
  readonly number: number
  readonly status: number | null
  readonly fault: string | null
  readonly answer: string
  readonly milliseconds: number
}

/** Keeps one try; a status that acknowledges nothing is a fault of its own. */
async function keepTry(tx: Tx, { delivery: deliveryId, ...one }: Try, outcome: Outcome, now: Date): Promise<void> {
  const fault = outcome === 'acknowledged' ? null : (one.fault ?? 'status')
  await tx.accessAttempt.createMany({ data: [{ ...one, fault, deliveryId, at: now }], skipDuplicates: true })
}

/** The first news that a system takes after it was out of reach: what failed meanwhile waits no longer than this. */
async function recover(tx: Tx, systemId: string, now: Date): Promise<void> {
  const soon = new Date(now.getTime() + recovery)
  const where = { systemId, acknowledgedAt: null, supersededAt: null, nextAt: { gt: soon } }
  await tx.accessDelivery.updateMany({ where, data: { nextAt: soon } })
}

/** Writes what came of a try, and when the system is called again. A try whose lease was over frees nothing that another has. */
export async function settleTry(tx: Tx, found: LockedDelivery, one: Try, outcome: Outcome, now: Date): Promise<void> {
  const { id, systemId, attempts, system } = found
  await keepTry(tx, one, outcome, now)
  const acknowledged = outcome === 'acknowledged'
  const data = acknowledged ? { acknowledgedAt: now } : { nextAt: nextTry(attempts, now) }
  await tx.accessDelivery.update({ where: { id }, data, select: { id: true } })
  if (acknowledged && system.faults > 0) await recover(tx, systemId, now)
  const faults = outcome === 'out-of-reach' ? system.faults + 1 : 0
  const nextAt = faults > 0 ? nextCall(faults, now) : null
  const free = one.number === attempts ? { leasedUntil: null } : {}
  await tx.accessSystem.update({ where: { id: systemId }, data: { faults, nextAt, ...free }, select: { id: true } })
  if (nextAt) await callAt(tx, systemId, nextAt)
}

/** Sends a delivery once more; its system is called at once, also where it was out of reach. */
export async function sendAgain(tx: Tx, { id, systemId }: LockedDelivery, now: Date): Promise<void> {
  await tx.accessDelivery.update({ where: { id }, data: { acknowledgedAt: null }, select: { id: true } })
  await tryAllOf(tx, systemId, now)
}
