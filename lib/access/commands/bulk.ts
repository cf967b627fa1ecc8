import 'server-only'
import { type Command, parse } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { commandMark } from '@/lib/platform/marks'
import { isRefusal, type Refusal, Refused } from '@/lib/platform/refusal'
import { traced } from '@/lib/platform/tracing'
import { mayActOnMany } from '../policy/queue'
import type { State } from '../rules/states'
import { Bulk, type BulkVerb } from '../schema/queue'
import { closeRequest, rejectDatasets, returnRequest } from './decisions'
import { assignExternalId } from './handling'
import type { Answered } from './on-request'
import { changeProcessingState } from './processing'
import { remark } from './remarks'
import { requestReview } from './reviews'
import { requestDecision } from './rounds'
import { reopenRequest } from './submission'

const commands: Record<BulkVerb, Command<Answered>> = {
  remark,
  'request-review': requestReview,
  'request-decision': requestDecision,
  return: returnRequest,
  reject: rejectDatasets,
  close: closeRequest,
  reopen: reopenRequest,
  'assign-external-id': assignExternalId,
  'change-processing-state': changeProcessingState,
}

/** What became of one request: how it stands now, or why nothing was done with it. */
export type BulkOutcome =
  | { readonly request: string; readonly done: true; readonly reference: string; readonly state: State }
  | { readonly request: string; readonly done: false; readonly refusal: Refusal }

/** One Idempotency-Key for each request, so that a repetition repeats what was done and does the rest. */
const within = (ctx: Context, request: string): Context =>
  ctx.idempotencyKey ? { ...ctx, idempotencyKey: `${ctx.idempotencyKey}/${request}` } : ctx

async function one(act: Command<Answered>, ctx: Context, fields: { request: string }): Promise<BulkOutcome> {
  const { request } = fields
  try {
    const { reference, state } = await act(within(ctx, request), fields)
    return { request, done: true, reference, state }
  } catch (error) {
    // What is wrong with what was typed is wrong for all of them: it is told at the fields, and nothing is done.
    if (!(error instanceof Refused) || error.refusal.code === 'platform.invalid') throw error
    return { request, done: false, refusal: error.refusal }
  }
}

async function run(ctx: Context, raw: unknown): Promise<BulkOutcome[]> {
  const { verb, requests, ...fields } = parse(Bulk, raw, ctx)
  const permission = mayActOnMany(ctx.actor)
  if (isRefusal(permission)) throw new Refused(permission)
  const outcomes: BulkOutcome[] = []
  for (const request of requests) outcomes.push(await one(commands[verb], ctx, { ...fields, request }))
  return outcomes
}

/**
 * Does one verb with many requests, one after the other: each by its own command in a transaction of its own, so that what one refuses
 * holds none of the others up. Answers what became of each. Refuses platform.invalid before anything is done.
 */
export const actOnMany: Command<BulkOutcome[]> = Object.assign(
  (ctx: Context, raw: unknown) => traced('access.act-on-many', () => run(ctx, raw)),
  { [commandMark]: { name: 'access.act-on-many', kind: 'command' as const, input: Bulk } },
)
