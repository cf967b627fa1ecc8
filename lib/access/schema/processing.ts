import { z } from 'zod'
import { line, optional } from '@/lib/identity/schema/text'

const name = optional(line(60)).default(null)

/** One row of the list as somebody typed it: a row without names is none. */
const Row = z
  .object({
    id: optional(z.uuid('access.invalid.choice')).default(null).meta({ description: 'Of one that is there already' }),
    en: name,
    sv: name,
    at: z.preprocess(
      (value) => (value === '' || value === null ? undefined : value),
      z.coerce
        .number('access.invalid.position')
        .int('access.invalid.position')
        .min(0, 'access.invalid.position')
        .max(999, 'access.invalid.position')
        .optional(),
    ),
  })
  .superRefine(({ en, sv }, context) => {
    if ((en === null) === (sv === null)) return
    context.addIssue({ code: 'custom', path: [en === null ? 'en' : 'sv'], message: 'access.invalid.both-languages' })
  })

type Row = z.output<typeof Row>

/** A processing state with its names; `id` of one that is there already. */
export type ProcessingGiven = { readonly id: string | null; readonly en: string; readonly sv: string }

const isNamed = (row: Row): row is Row & { en: string; sv: string } => row.en !== null && row.sv !== null

/** In the order of what was typed for it; rows of the same place, and those that say none, as they came. */
const inOrder = (rows: readonly Row[]): ProcessingGiven[] =>
  rows
    .filter(isNamed)
    .map((row, index) => ({ ...row, place: row.at ?? index + 1 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ id, en, sv }) => ({ id, en, sv }))

/** The ordered processing states of a workflow, each in both languages; two of one name are refused. */
export const ProcessingStates = z
  .array(Row)
  .max(30, 'access.invalid.many')
  .superRefine((rows, context) => {
    for (const language of ['en', 'sv'] as const) {
      const names = rows.map((row) => row[language]?.toLowerCase() ?? null)
      for (const [at, one] of names.entries())
        if (one !== null && names.indexOf(one) < at)
          context.addIssue({ code: 'custom', path: [at, language], message: 'access.invalid.same-name' })
    }
  })
  .transform(inOrder)
  .default([])
  .meta({ description: 'How far the hub can have come with a request, in order; those left out are retired' })
