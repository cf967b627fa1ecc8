import 'server-only'
import type { Context } from './context'
import type { Tx } from './db'
import { newId } from './id'
import { enqueueReactions } from './jobs'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Something that happened, as a module's events.ts types it. Only these fields reach the journal; `data` holds ids and codes. */
export type Happening = {
  readonly type: string
  /** The locked aggregate, e.g. `dataset:<id>`. */
  readonly stream: string
  readonly subjectId: string
  readonly data: { readonly [key: string]: Json }
  /** The person in whose name a delegate did it, where a rule found that out; the journal keeps both. */
  readonly onBehalfOf?: string | null
}

const actorOf = ({ actor }: Context): { kind: string; id: string | null } =>
  actor.kind === 'person'
    ? { kind: 'person', id: actor.id }
    : { kind: actor.kind, id: actor.kind === 'system' ? actor.name : null }

/** Appends each happening, chained by hash in its stream, and enqueues the reactions to it in the same transaction. */
export async function appendToJournal(tx: Tx, ctx: Context, happenings: readonly Happening[]): Promise<void> {
  const actor = actorOf(ctx)
  // One order of streams everywhere, so that two commands over the same streams cannot wait for each other.
  for (const { type, stream, subjectId, data, onBehalfOf } of happenings.toSorted((a, b) =>
    a.stream < b.stream ? -1 : 1,
  )) {
    const id = newId()
    const entry = {
      id,
      stream,
      type,
      data,
      actor_kind: actor.kind,
      actor_id: actor.id,
      on_behalf_of: onBehalfOf ?? ctx.onBehalfOf,
      subject_id: subjectId,
      request_id: ctx.requestId,
      at: ctx.now.toISOString(),
    }
    await tx.$queryRaw`SELECT journal_append(${JSON.stringify(entry)}::jsonb)`
    await enqueueReactions(tx, { id, type })
  }
}
