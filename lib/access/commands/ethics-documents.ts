import 'server-only'
import { documentToRead } from '@/lib/ethics/store/reading'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { mayReadEthics } from '../policy/requests'
import { EthicsDocument } from '../schema/requests'
import { approvalNamed } from '../store/ethics'
import { type RequestRow, seenRequest } from '../store/requests'

/** Whether an approval is the one that a request rests on now, or amends it. */
async function restsOn(tx: Tx, request: RequestRow, approval: string, now: Date): Promise<boolean> {
  const named = await approvalNamed(tx, request, now)
  if (!named) return false
  const of = { OR: [{ id: named.id }, { amendsId: named.id }] }
  return (await tx.ethicsApproval.count({ where: { AND: [{ id: approval }, of] } })) > 0
}

/** Whether a document came with a version that was handed in: what the project still writes is its own affair. */
async function wasHandedIn(tx: Tx, approvalId: string, ordinal: number): Promise<boolean> {
  return (await tx.ethicsVersion.count({ where: { approvalId, ordinal, state: { not: 'draft' } } })) > 0
}

/**
 * Hands out a document of the ethics approval that a request rests on, to who handles, reviews or decides the request. The journal keeps who
 * had it in the stream of the request: that of the project is told to its members, who are not to know whom the hub has asked.
 */
export const readEthicsDocument = command({
  name: 'access.read-ethics-document',
  input: EthicsDocument,
  load: async (tx, input, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    const seen = await seenRequest(tx, input.request, ctx)
    if (!seen || !(await restsOn(tx, seen.request, input.approval, ctx.now))) return null
    const found = await documentToRead(tx, input, ctx)
    const document = found?.document
    const open = document ? await wasHandedIn(tx, input.approval, document.since) : false
    return { ...seen, found: open ? found : null }
  },
  authorize: ({ actor }, { standing }) => mayReadEthics(actor, standing),
  decide: (_, { request, found }, { approval }) => {
    if (!found?.document || !found.content) return notFound()
    const { id, kind } = found.document
    return { ...happened.ethicsRead(request, { approval, document: id, kind }), content: found.content }
  },
  apply: async (_, { content }) => content,
})
