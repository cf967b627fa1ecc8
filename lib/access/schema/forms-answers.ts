import { z } from 'zod'

/** One line of a table: cells by the key of their column. */
export type Row = Readonly<Record<string, string>>

/** What was answered to one field: words, the keys of what was chosen (or the ids of files), lines of a table, or a purpose. */
export type Answer = string | readonly string[] | readonly Row[] | Readonly<Record<string, string | readonly string[]>>

/** Answers by the key of their field. */
export type Answers = Readonly<Record<string, Answer>>

const text = z.string().max(100_000)
const lists = z.record(z.string().max(40), z.union([text, z.array(text).max(300)]))

/** Answers as they come in: their form only; `judgeAnswers` says whether they answer what the form asks. */
export const AnswersGiven = z
  .record(
    z.string().max(40),
    z.union([text, z.array(text).max(300), z.array(z.record(z.string().max(40), text)).max(300), lists]),
  )
  .refine((answers) => Object.keys(answers).length <= 100)
  .meta({ id: 'FormAnswers', description: 'Answers by the key of their field' })
