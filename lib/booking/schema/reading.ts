import { z } from 'zod'
import { ProjectSlug } from './bookings'
import { Id, invalid, WeekName } from './cells'

export const MachineSlug = z.string(invalid.choice).min(1, invalid.choice).max(100, invalid.choice)

/** How many weeks the sheet shows unless asked for more or fewer, and how many of them have passed. */
export const sheetWeeks = 26
export const sheetBefore = 2

/** Which part of which sheet: the first machine's around the running week, unless something else is asked for. */
export const ReadSheet = z.object({
  machine: MachineSlug.optional(),
  from: WeekName.optional().meta({
    type: 'string',
    description: 'The first week; two before the running one unless given',
  }),
  weeks: z.coerce
    .number(invalid.choice)
    .int(invalid.choice)
    .min(1, invalid.choice)
    .max(60, invalid.choice)
    .default(sheetWeeks),
  project: ProjectSlug.optional().meta({ description: 'The project acted for, by its address' }),
})

const machinesAtOnce = 32

/** Which part of the sheets of which machines, `dgx-2,dgx-3` or a list; of all of them from the running week on unless asked otherwise. */
export const ReadSheets = z.object({
  machines: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').map((slug) => slug.trim()) : value),
      z.array(MachineSlug).min(1, invalid.none).max(machinesAtOnce, invalid.many),
    )
    .optional()
    .meta({ type: 'string', description: 'Their short names, with commas between; all unless given' }),
  from: WeekName.optional().meta({ type: 'string', description: 'The first week; the running one unless given' }),
  weeks: ReadSheet.shape.weeks,
  project: ReadSheet.shape.project,
})

export const bookingLives = ['coming', 'running', 'over'] as const

/** Which bookings, the newest first, 50 a page. */
export const ReadBookings = z.object({
  project: ProjectSlug.optional(),
  machine: MachineSlug.optional(),
  state: z.enum(bookingLives, invalid.choice).optional().meta({
    description: 'coming: with a week to come; running: with one that runs; over: with neither',
  }),
  cursor: Id.optional().meta({ description: 'From the answer before' }),
})
export const ReadBooking = z.object({ booking: Id })
export const ReadWaiting = z.object({ cursor: Id.optional().meta({ description: 'From the answer before' }) })
