import type { z } from 'zod'

/**
 * What the schema declares of an answer, as JSON, and nothing else: for answers that are made of more than is told to programs. Throws
 * where the answer is not as it is declared.
 */
export const exactly = <Schema extends z.ZodType>(schema: Schema, told: unknown): z.output<Schema> =>
  schema.parse(JSON.parse(JSON.stringify(told)))
