import 'server-only'
import { z } from 'zod'
import { type Query, query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { inScope } from '../policy'

function ownScope({ actor }: Context): string | Refusal {
  if (!isPerson(actor)) return refuse('platform.not-signed-in')
  return inScope(actor, 'account:read') ? actor.id : refuse('platform.scope', { status: 403, scope: 'account:read' })
}

const blank = (value: unknown) => (value === '' ? undefined : value)

/** Which part of a list of one's own: what follows the row `cursor`, `limit` rows at most. */
export const OwnPage = z.object({
  cursor: z.preprocess(blank, z.uuid().optional()),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

type Part = { where: { personId: string; id?: { lt: string } }; orderBy: { id: 'desc' }; take: number }

/** A list of one's own, the newest first, paged by the id of the last row; ids are in order of time. */
export const ownList = <Row extends { id: string }>(
  name: string,
  read: (part: Part, ctx: Context) => Promise<Row[]>,
): Query<{ items: Row[]; next: string | null }> =>
  query({
    name: `identity.${name}`,
    input: OwnPage,
    scope: (ctx) => ownScope(ctx),
    read: async (personId, { cursor, limit }, ctx) => {
      const where = { personId, ...(cursor ? { id: { lt: cursor } } : {}) }
      const rows = await read({ where, orderBy: { id: 'desc' }, take: limit + 1 }, ctx)
      const items = rows.slice(0, limit)
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  })

/** A query of one's own account, by session or by a token with account:read. */
export const ownQuery = <Result>(
  name: string,
  read: (personId: string, ctx: Context) => Promise<Result | null>,
): Query<Result> =>
  query({
    name: `identity.${name}`,
    input: z.object({}),
    scope: (ctx) => ownScope(ctx),
    read: (personId, _, ctx) => read(personId, ctx),
  })
