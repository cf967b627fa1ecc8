import { z } from 'zod'
import { line, optional, reason } from '@/lib/identity/schema/text'
import { CellKey, CellKeys, Id, invalid, mostCells, WeekName } from './cells'

/** A project by its address, /projects/<slug>. */
export const ProjectSlug = z.string(invalid.choice).min(1, invalid.choice).max(100, invalid.choice)

const Override = z
  .object({ reason })
  .nullable()
  .meta({ description: 'A compute administrator lifts the budget for this booking, never occupancy, and says why' })

export const BookWeeks = z.object({
  project: ProjectSlug,
  cells: CellKeys,
  note: optional(line(200)).default(null),
  reason: optional(reason)
    .default(null)
    .meta({ description: 'Why a compute administrator books for a project that they take no part in' }),
  override: Override.default(null),
})

/** The named weeks of a booking, or all that can be; a compute administrator says why. */
const Ending = z.object({
  booking: Id,
  weeks: z
    .array(Id, invalid.none)
    .min(1, invalid.none)
    .max(mostCells, invalid.many)
    .nullable()
    .default(null)
    .meta({ description: 'Which of its weeks, by their ids; all that can be when left out' }),
  reason: optional(reason).default(null),
})
export const CancelWeeks = Ending
export const ReleaseWeeks = Ending

export const UndoBooking = z.object({
  booking: Id,
  of: z.enum(['ending', 'booking'], invalid.choice).nullable().default(null).meta({
    description:
      '`ending`: gives back what was cancelled or released; `booking`: takes the booking back. Left out: the latest of the two',
  }),
})

export const MoveWeek = z.object({
  booking: Id,
  bookedWeek: Id,
  slot: z.uuid(invalid.slot),
  week: WeekName,
  reason: optional(reason).default(null),
  override: Override.default(null),
})

export const JoinWaitingList = z.object({ project: ProjectSlug, slot: z.uuid(invalid.slot), week: WeekName })
export const LeaveWaitingList = z.object({ place: Id })
export const ClaimHold = z.object({
  hold: Id,
  note: optional(line(200)).default(null),
  reason: optional(reason).default(null),
})
export const DeclineHold = z.object({ hold: Id })
export const SettleWeek = CellKey
export const PassHold = z.object({ hold: Id })

export type BookWeeks = z.output<typeof BookWeeks>
export type ClaimHold = z.output<typeof ClaimHold>
export type MoveWeek = z.output<typeof MoveWeek>
