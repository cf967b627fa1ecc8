import type { Tx } from '@/lib/platform/db'
import type { CellKey } from '../rules/cell'
import type { Closed } from '../rules/closing'
import type { Week } from '../rules/weeks'
import { endWeeks, moveWeekTo } from './booked-weeks'
import { fillCells } from './cells'
import { dateOf } from './dates'

/** The keys of a machine's slot weeks [from, to], of these slots or of all. */
export function keysWithin(
  tx: Tx,
  machineId: string,
  span: { readonly from: Week; readonly to: Week; readonly slots: readonly string[] },
): Promise<CellKey[]> {
  const all = span.slots.length === 0
  return tx.$queryRaw<CellKey[]>`
    SELECT slot_id AS slot, week::text AS week FROM slot_week
    WHERE machine_id = ${machineId}::uuid AND week BETWEEN ${dateOf(span.from)}::date AND ${dateOf(span.to)}::date
      AND (${all} OR slot_id = ANY (${[...span.slots]}::uuid[])) ORDER BY slot_id, week`
}

/** The keys of the slot weeks that a closure still closes from a week on. */
export const keysOfClosure = (tx: Tx, closureId: string, from: Week): Promise<CellKey[]> => tx.$queryRaw<CellKey[]>`
  SELECT slot_id AS slot, week::text AS week FROM slot_week
  WHERE closure_id = ${closureId}::uuid AND week >= ${dateOf(from)}::date ORDER BY slot_id, week`

const columnsOf = (keys: readonly CellKey[]) => [keys.map(({ slot }) => slot), keys.map(({ week }) => week)] as const

async function markClosed(tx: Tx, keys: readonly CellKey[], closureId: string | null): Promise<void> {
  const [slots, weeks] = columnsOf(keys)
  await tx.$executeRaw`
    UPDATE slot_week s SET booked_week_id = NULL, hold_id = NULL, closure_id = ${closureId}::uuid
    FROM unnest(${slots}::uuid[], ${weeks}::date[]) AS k (slot, week) WHERE s.slot_id = k.slot AND s.week = k.week`
}

/** Puts a booked week elsewhere: it keeps its id, and its new machine is prepared anew. */
async function relocate(tx: Tx, { from, to }: Closed['moves'][number], now: Date): Promise<void> {
  const { id, bookingId } = from.booked
  await moveWeekTo(tx, { booking: bookingId, week: id, to, lifted: null }, now)
  const anew = { startedAt: null, readyAt: null, readyById: null, address: null }
  await tx.bookedWeek.update({ where: { id }, data: anew, select: { id: true } })
}

type Closure = {
  readonly id: string
  readonly machineId: string
  readonly reason: string
  readonly createdById: string
}

/** Closes slot weeks: what stood there goes where it was decided to go, and who had a hold waits again. */
export async function saveClosure(tx: Tx, closure: Closure, closed: Closed, now: Date): Promise<void> {
  const { id, machineId, reason, createdById } = closure
  await tx.closure.create({ data: { id, machineId, reason, createdById, createdAt: now }, select: { id: true } })
  await markClosed(tx, closed.closes, id)
  for (const move of closed.moves) await relocate(tx, move, now)
  await fillCells(
    tx,
    closed.moves.map(({ from, to: { slot, week } }) => ({ id: from.booked.id, slot, week })),
  )
  const ended = closed.ends.map(({ booked }) => ({ id: booked.id, countsUntil: now }))
  await endWeeks(tx, ended, { state: 'displaced', by: createdById, reason }, now)
  const holds = closed.holds.map(({ hold }) => hold)
  await tx.hold.updateMany({ where: { id: { in: holds.map(({ id: hold }) => hold) } }, data: { state: 'passed' } })
  await tx.waitingPlace.updateMany({
    where: { id: { in: holds.map(({ placeId }) => placeId) }, state: 'held' },
    data: { state: 'waiting' },
  })
}

/** Locks a closure with its machine; null: there is none. */
export async function lockClosure(tx: Tx, id: string) {
  const [closure] = await tx.$queryRaw<{ id: string; machineId: string; slug: string; openedAt: Date | null }[]>`
    SELECT c.id, c.machine_id AS "machineId", m.slug, c.opened_at AS "openedAt" FROM closure c JOIN machine m ON m.id = c.machine_id
    WHERE c.id = ${id}::uuid FOR NO KEY UPDATE`
  return closure ?? null
}

/** Opens slot weeks again. */
export async function saveOpening(tx: Tx, id: string, keys: readonly CellKey[], now: Date): Promise<void> {
  await markClosed(tx, keys, null)
  await tx.closure.update({ where: { id }, data: { openedAt: now }, select: { id: true } })
}
