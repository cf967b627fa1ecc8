import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { sentenceOf } from '@/app/refusal-text'
import { actOnMany, type BulkOutcome } from '@/lib/access/commands/bulk'
import { removeFilter, saveFilter } from '@/lib/access/commands/keep-filters'
import { type RequestQueue, requestQueue } from '@/lib/access/queries/queue'
import { states } from '@/lib/access/rules/states'
import { Bulk, OneFilter, QueuePage, SaveFilter } from '@/lib/access/schema/queue'
import type { Context } from '@/lib/platform/context'
import { Listed, medians, Processing } from './access-answers'
import { moment } from './identity-answers'

const tag = 'Data access'
const queue = '/api/v1/requests/queue'
const write = { tag, scope: 'requests:write' } as const
const id = z.uuid()
const counts = z.record(z.string(), z.int())
const state = z.enum(states as [string, ...string[]])

const Queued = Listed.extend({
  mine: z.boolean().meta({ description: 'Something in it is yours to do' }),
  dueAt: moment.nullable().meta({ description: 'When this turn has taken too long' }),
  externalId: z.string().nullable().meta({ description: 'What another system calls it' }),
})

export const readQueue = operation({
  tag,
  scope: 'requests:read',
  method: 'get',
  id: 'listRequestQueue',
  path: queue,
  summary: 'The requests that you handle, review, decide or were asked about, the longest waiting first',
  query: QueuePage,
  answer: z.object({
    items: z.array(Queued),
    nextCursor: z.string().nullable(),
    facets: z
      .object({ total: z.int(), state: counts, turn: counts, processing: counts, mine: z.int(), overdue: z.int() })
      .nullable()
      .meta({ description: 'How many each choice would leave; null beyond ten thousand, or where you asked for none' }),
    medians,
    workflows: z
      .array(z.object({ id, name: z.string(), disabledVerbs: z.array(z.string()) }))
      .meta({ description: 'Those that you can ask for, with what each has switched off' }),
    processing: z
      .array(Processing.extend({ workflow: z.string(), open: z.boolean() }))
      .meta({ description: 'The processing states of these workflows; those that are not open were retired' }),
    filters: z
      .array(z.object({ id, name: z.string(), query: z.string() }))
      .meta({ description: 'Those that you keep' }),
  }),
  door: requestQueue,
  render: ({ next, ...rest }: RequestQueue) => ({ ...rest, nextCursor: next }),
})

export const keepFilter = operation({
  ...write,
  method: 'post',
  id: 'saveQueueFilter',
  path: `${queue}/filters`,
  summary: 'Keep a filter of the queue under a name, for yourself',
  body: SaveFilter.meta({ example: { name: 'Mine and late', query: 'mine=true&overdue=true' } }),
  answer: z.object({ id, name: z.string(), query: z.string() }),
  status: 201,
  door: saveFilter,
  render: ({ id, name, query }: { id: string; name: string; query: string }) => ({ id, name, query }),
})

export const dropFilter = operation({
  ...write,
  method: 'delete',
  id: 'removeQueueFilter',
  path: `${queue}/filters/{filter}`,
  summary: 'Forget a filter that you keep',
  params: OneFilter,
  answer: z.object({ id }),
  door: removeFilter,
})

const outcome = (ctx: Context) => (one: BulkOutcome) =>
  one.done ? one : { request: one.request, done: false, code: one.refusal.code, detail: sentenceOf(one.refusal, ctx) }

export const doWithMany = operation({
  ...write,
  method: 'post',
  id: 'actOnRequests',
  path: '/api/v1/requests/bulk',
  summary: 'Do one verb with up to a hundred requests, each on its own; the answer says what became of each',
  body: Bulk.meta({ example: { verb: 'remark', requests: [], text: 'The committee meets on Thursday' } }),
  answer: z.array(
    z.object({
      request: id,
      done: z.boolean(),
      reference: z.string().optional(),
      state: state.optional(),
      code: z.string().optional().meta({ description: 'Why nothing was done with it' }),
      detail: z.string().optional(),
    }),
  ),
  door: actOnMany,
  render: (outcomes: readonly BulkOutcome[], ctx) => outcomes.map(outcome(ctx)),
})

export const queueOperations = [readQueue, keepFilter, dropFilter, doWithMany]
