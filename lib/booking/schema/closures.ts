import { z } from 'zod'
import { reason } from '@/lib/identity/schema/text'
import { week } from './week'

const machine = z.string().trim().min(1, 'booking.invalid.slug').max(40, 'booking.invalid.slug')

const toList = (value: unknown): unknown =>
  value === undefined || value === null || value === '' ? [] : typeof value === 'string' ? [value] : value

/** Which slots, by their ids; none named: all of the machine. */
const slots = z.preprocess(toList, z.array(z.uuid('booking.invalid.choice')).max(64, 'booking.invalid.many'))

const stretch = {
  machine,
  slots,
  from: week.meta({ description: 'The first week of maintenance' }),
  to: week.meta({ description: 'The last week of maintenance' }),
}

/** What becomes of a booking that stands there: moved to a free slot week of the machine, or cancelled (null). */
const Displaced = z.object({ bookedWeek: z.uuid(), to: z.object({ slot: z.uuid(), week }).nullable() })

export const PreviewClosure = z.object(stretch)
export const CloseWeeks = z.object({
  ...stretch,
  reason: reason.meta({ description: 'Shown on the sheet and told to whoever is displaced' }),
  displaced: z.array(Displaced).max(900).default([]),
})
export const OpenWeeks = z.object({ closure: z.uuid() })
export const ReadClosures = z.object({ machine })
export type CloseWeeks = z.output<typeof CloseWeeks>
