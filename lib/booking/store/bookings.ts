import type { Tx } from '@/lib/platform/db'
import type { CellKey } from '../rules/cell'
import { fillCells } from './cells'
import { dateOf } from './dates'

/** A booking as it is made. */
export type NewBooking = {
  readonly id: string
  readonly projectId: string
  readonly machineId: string
  readonly bookedById: string
  readonly onBehalfOf: string | null
  readonly kind: string
  readonly reason: string | null
  readonly overBudget: boolean
  readonly note: string
}
export type NewWeek = CellKey & {
  readonly id: string
  readonly gpus: number
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Writes a booking with its weeks, in the order of slot and week, and puts them into their slot weeks. */
export async function insertBooking(tx: Tx, booking: NewBooking, weeks: readonly NewWeek[], now: Date): Promise<void> {
  await tx.booking.create({ data: { ...booking, createdAt: now }, select: { id: true } })
  const { id: bookingId, projectId, machineId } = booking
  await tx.bookedWeek.createMany({
    data: weeks.map(({ id, slot, week, gpus, startsAt, endsAt }) => ({
      id,
      bookingId,
      projectId,
      machineId,
      slotId: slot,
      week: dateOf(week),
      gpus,
      startsAt,
      endsAt,
      state: 'booked',
      stateAt: now,
      countsUntil: endsAt,
      createdAt: now,
    })),
  })
  await fillCells(tx, weeks)
}
