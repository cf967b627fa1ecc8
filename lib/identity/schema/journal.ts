import { z } from 'zod'

const empty = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional())

export const JournalFilter = z.object({
  /** An event type, or its beginning: "identity." */
  type: empty(
    z
      .string()
      .max(100)
      .regex(/^[a-z0-9.-]+$/),
  ),
  /** Name, e-mail address or id of somebody who acted or was acted upon. */
  person: empty(z.string().trim().max(200)),
  /** The id of the thing. */
  subject: empty(z.string().trim().max(200)),
  /** The id of the last entry of the page before. */
  before: empty(z.uuid()),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})
