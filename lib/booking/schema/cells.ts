import { z } from 'zod'
import { week } from './week'

/** Why a schema of booking cannot take a value: keys of messages. */
export const invalid = {
  slot: 'booking.invalid.slot',
  none: 'booking.invalid.none',
  many: 'booking.invalid.many',
  twice: 'booking.invalid.twice',
  choice: 'booking.invalid.choice',
} as const

/** The most slot weeks of one act: a year of one slot. */
export const mostCells = 53

/** A week by its Monday, 2026-11-30, or by its ISO name, 2026-W49. It becomes the Monday. */
export const WeekName = week.meta({
  type: 'string',
  description: 'A week by its Monday, 2026-11-30, or by its ISO name, 2026-W49',
})

export const Id = z.uuid(invalid.choice)

export const CellKey = z.object({ slot: z.uuid(invalid.slot), week: WeekName })

/** Slot weeks, each once, in the order in which everybody locks them. */
export const CellKeys = z
  .array(CellKey, invalid.none)
  .min(1, invalid.none)
  .max(mostCells, invalid.many)
  .refine((cells) => new Set(cells.map(({ slot, week }) => `${slot} ${week}`)).size === cells.length, invalid.twice)
