import { z } from 'zod'
import { DataUse } from './data-use'
import { Slug } from './record'
import { text } from './text'

/** States for what a dataset may be used, from now on. `expectedOrdinal` is that of the statement which the form showed, 0 where there was none. */
export const StateDataUse = z.object({
  slug: Slug,
  expectedOrdinal: z.coerce.number().int().min(0),
  conditions: DataUse,
  basis: text(2000),
})
