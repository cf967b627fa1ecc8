import 'server-only'
import { z } from 'zod'
import { type Query, query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { inScope } from '../policy'

/** A query of one's own account, by session or by a token with account:read. */
export const ownQuery = <Result>(
  name: string,
  read: (personId: string, ctx: Context) => Promise<Result | null>,
): Query<Result> =>
  query({
    name: `identity.${name}`,
    input: z.object({}),
    scope: ({ actor }) => {
      if (!isPerson(actor)) return refuse('platform.not-signed-in')
      return inScope(actor, 'account:read')
        ? actor.id
        : refuse('platform.scope', { status: 403, scope: 'account:read' })
    },
    read: (personId, _, ctx) => read(personId, ctx),
  })
