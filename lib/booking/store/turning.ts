import type { Tx } from '@/lib/platform/db'
import type { CellKey } from '../rules/cell'
import { lockCells } from './cells'

/** A booked week whose turn is due. */
export type Turning = CellKey & {
  readonly id: string
  readonly bookingId: string
  readonly projectId: string
  readonly machineId: string
  readonly gpus: number
  readonly starts: boolean
  readonly ends: boolean
}
/** A place that was waited in until the week began. */
export type Overdue = CellKey & {
  readonly id: string
  readonly projectId: string
  /** Its hold that is still open. */
  readonly holdId: string | null
}

/** The most that one turn takes; what is left is for the next. */
export const mostTurns = 100

const turning = (tx: Tx, now: Date, ids: readonly string[] | null) => tx.$queryRaw<Turning[]>`
  SELECT id, booking_id AS "bookingId", project_id AS "projectId", machine_id AS "machineId", slot_id AS slot, week::text AS week,
    gpus, started_at IS NULL AS starts, ends_at <= ${now} AS ends
  FROM booked_week
  WHERE state = 'booked' AND ended_at IS NULL AND (ends_at <= ${now} OR (started_at IS NULL AND starts_at <= ${now}))
    AND (${ids === null} OR id = ANY (${[...(ids ?? [])]}::uuid[]))
  ORDER BY starts_at, slot_id LIMIT ${mostTurns}`

const overdue = (tx: Tx, now: Date, ids: readonly string[] | null) => tx.$queryRaw<Overdue[]>`
  SELECT w.id, w.project_id AS "projectId", w.slot_id AS slot, w.week::text AS week, h.id AS "holdId"
  FROM waiting_place w JOIN slot_week s ON s.slot_id = w.slot_id AND s.week = w.week
    LEFT JOIN hold h ON h.place_id = w.id AND h.state = 'open'
  WHERE w.state IN ('waiting', 'held') AND s.starts_at <= ${now}
    AND (${ids === null} OR w.id = ANY (${[...(ids ?? [])]}::uuid[]))
  ORDER BY w.week, w.slot_id, w.id LIMIT ${mostTurns}`

const keysOf = (rows: readonly CellKey[]): CellKey[] => [
  ...new Map(rows.map(({ slot, week }) => [`${slot} ${week}`, { slot, week }])).values(),
]

/** What is due to turn, its slot weeks locked and read again: what another process turned meanwhile is not among it. */
export async function lockTurning(tx: Tx, now: Date) {
  const [weeks, places] = [await turning(tx, now, null), await overdue(tx, now, null)]
  await lockCells(tx, keysOf([...weeks, ...places]))
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  return {
    weeks: weeks.length === 0 ? [] : await turning(tx, now, idsOf(weeks)),
    places: places.length === 0 ? [] : await overdue(tx, now, idsOf(places)),
  }
}

/** Notes when the turn of booked weeks was journalled: once. */
export async function noteTurns(tx: Tx, weeks: readonly Turning[], now: Date): Promise<void> {
  const idsOf = (which: (week: Turning) => boolean) => weeks.filter(which).map(({ id }) => id)
  const started = { id: { in: idsOf(({ starts }) => starts) }, startedAt: null }
  await tx.bookedWeek.updateMany({ where: started, data: { startedAt: now } })
  await tx.bookedWeek.updateMany({
    where: { id: { in: idsOf(({ ends }) => ends) }, endedAt: null },
    data: { endedAt: now },
  })
}
