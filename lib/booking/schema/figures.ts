import { z } from 'zod'

/** Over how many weeks figures are drawn, the running one the last. */
export const ReadFigures = z.object({
  weeks: z.coerce
    .number('booking.invalid.choice')
    .int()
    .min(4, 'booking.invalid.choice')
    .max(104, 'booking.invalid.choice')
    .default(52),
})
export type ReadFigures = z.output<typeof ReadFigures>
