import { z } from 'zod'

const choice = 'access.invalid.choice'
const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** Over how many months figures are drawn, the running one the last; of every workflow, or of one. */
export const ReadStatistics = z.object({
  months: z.preprocess(blank, z.coerce.number(choice).int(choice).min(3, choice).max(60, choice).default(12)),
  workflow: z.preprocess(blank, z.uuid(choice).optional()),
})
