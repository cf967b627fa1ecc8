import { z } from 'zod'
import { Slug } from '@/lib/catalogue/schema/record'
import { line } from '@/lib/identity/schema/text'
import { day } from '@/lib/projects/schema/fields'
import { queryOf } from '../rules/queue'
import { states } from '../rules/states'
import { turns } from '../rules/turn'

const choice = 'access.invalid.choice'
const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean()).default(false)

/** Several of a closed vocabulary: a field that came several times, or once with commas. */
const several = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (given) =>
        [given ?? []]
          .flat()
          .flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]))
          .filter((one) => one !== ''),
      z
        .array(item)
        .max(20, 'access.invalid.many')
        .transform((all) => [...new Set(all)]),
    )
    .default([])

const filter = {
  q: z.preprocess(blank, line(200).optional()).meta({ description: 'Words of its id, name, other id or applicant' }),
  state: several(z.enum(states as [string, ...string[]], choice)),
  turn: several(z.enum(turns, choice)).meta({ description: 'Whose turn it is' }),
  processing: several(z.uuid(choice)).meta({ description: 'How far the hub has come: ids of processing states' }),
  workflow: z.preprocess(blank, z.uuid(choice).optional()),
  dataset: z.preprocess(blank, Slug.optional()),
  waitingSince: z.preprocess(blank, day.optional()).meta({ description: 'Waiting since that day or longer' }),
  mine: ticked.meta({ description: 'Only those where something is yours to do' }),
  overdue: ticked.meta({ description: 'Only those whose turn has taken longer than it may' }),
  show: z
    .preprocess(blank, z.enum(['waiting', 'all'], choice).optional())
    .meta({ description: 'Left out: what waits for somebody, unless a state, a turn or words say otherwise' }),
  order: z.preprocess(blank, z.enum(['longest', 'latest'], choice).default('longest')).meta({
    description: 'longest: what has waited longest first; latest: what moved last first',
  }),
}

/** Which requests of the queue are wanted. */
export const QueueFilter = z.object(filter)
export type QueueFilter = z.output<typeof QueueFilter>

export const QueuePage = z.object({
  ...filter,
  cursor: z.preprocess(blank, z.string().max(100).optional()).meta({ description: 'From the answer before' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  facets: z
    .preprocess((value) => value !== false && value !== 'false', z.boolean())
    .default(true)
    .meta({ description: 'false leaves the counts out' }),
})
export type QueuePage = z.output<typeof QueuePage>

const fieldsOf = (query: string) => {
  const asked = new URLSearchParams(query)
  return Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]))
}

/** One value of a field is that value; several are a list. */
const single = (fields: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([key, all]) => [key, all.length === 1 ? all[0] : all]))

/** A filter as the query of its address, in its plain form; what it does not know is dropped. */
const FilterQuery = z
  .string(choice)
  .max(2000, choice)
  .transform((query, context) => {
    const parsed = QueueFilter.safeParse(single(fieldsOf(query.replace(/^\?/, ''))))
    if (parsed.success) return queryOf(parsed.data)
    context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? choice })
    return z.NEVER
  })

export const SaveFilter = z.object({ name: line(60), query: FilterQuery })
export const OneFilter = z.object({ filter: z.uuid() })

/** The verbs that many requests can be given at a time; an approval is judged one by one. */
export const bulkVerbs = [
  'remark',
  'request-review',
  'request-decision',
  'return',
  'reject',
  'close',
  'reopen',
  'assign-external-id',
  'change-processing-state',
] as const
export type BulkVerb = (typeof bulkVerbs)[number]

/** What each of many requests is asked; the verb says which of the rest it takes. */
export const Bulk = z.object({
  verb: z.enum(bulkVerbs, choice),
  requests: z.preprocess(
    (given) => [given ?? []].flat(),
    z
      .array(z.uuid(choice))
      .min(1, 'access.invalid.nothing-chosen')
      .max(100, 'access.invalid.many')
      .transform((all) => [...new Set(all)]),
  ),
  reason: z.string().optional(),
  ground: z.string().optional(),
  text: z.string().optional(),
  isPublic: z.union([z.boolean(), z.string()]).optional(),
  question: z.string().optional(),
  externalId: z.string().optional(),
  state: z.string().optional().meta({ description: 'Of change-processing-state: its id; left out, none any more' }),
})
