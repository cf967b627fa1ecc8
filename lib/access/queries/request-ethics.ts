import 'server-only'
import { type WholeApproval, wholeApproval } from '@/lib/ethics/queries/whole-approval'
import { type Confirmation, confirmations } from '@/lib/ethics/rules/verification'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { mayReadEthics, readerScope } from '../policy/requests'
import { RequestAddress } from '../schema/requests'
import { approvalNamed } from '../store/ethics'
import { visibleRequest } from './request'

type Version = WholeApproval['versions'][number]

/** Versions that were handed in: what the project still writes is its own affair. */
const handedIn = ({ versions }: WholeApproval): Version[] => versions.filter(({ state }) => state !== 'draft')

/** Documents that came with a version that was handed in, each with whether it belongs to the one that is shown. */
const documentsWith = ({ documents }: WholeApproval, versions: readonly Version[], shown: Version) =>
  documents
    .filter(({ since }) => versions.some(({ ordinal }) => ordinal === since))
    .map((document) => ({
      ...document,
      current: document.since <= shown.ordinal && (document.until === null || shown.ordinal < document.until),
    }))

/** One approval of the chain as the hub reads it: what governs, who confirmed each field of it and when, and what waits. */
function read(approval: WholeApproval) {
  const versions = handedIn(approval)
  const shown = versions.find(({ ordinal }) => ordinal === approval.governing?.ordinal) ?? versions.at(-1)
  if (!shown) return null
  const { id, status, effective, deadlines, amends, amendments, replaces, supersededBy, datasets, project } = approval
  const { supersededAt, isToBeReplaced } = approval
  const waiting = versions.find(({ ordinal, state }) => ordinal > shown.ordinal && state === 'submitted') ?? null
  return {
    ...{ id, status, effective, deadlines, amends, amendments, replaces, supersededBy, datasets, project },
    ...{ supersededAt, isToBeReplaced },
    withdrawnAt: approval.withdrawnAt,
    withdrawnReason: approval.withdrawnReason,
    shown,
    isVerified: approval.governing !== null,
    confirmed: confirmations(versions, shown.ordinal) as ReadonlyMap<string, Confirmation>,
    /** What the project has changed since, and what nobody has verified yet. */
    waiting: waiting && { ordinal: waiting.ordinal, submittedAt: waiting.submittedAt, changed: approval.changed },
    versions,
    documents: documentsWith(approval, versions, shown),
  }
}

/** An original with what amends it, the oldest first; what was never handed in is left out. */
async function chainOf(ctx: Context, id: string) {
  const original = await wholeApproval(ctx, id, () => true)
  if (!original) return []
  const amendments = await Promise.all(original.amendments.map((one) => wholeApproval(ctx, one.id, () => true)))
  return [original, ...amendments].flatMap((one) => (one ? (read(one) ?? []) : []))
}

/**
 * The ethics approval that a request rests on, with its amendments, as an officer verified them: for who handles, reviews or decides the
 * request. Whoever asks reads it among their project's own.
 */
export const requestEthics = query({
  name: 'access.request-ethics',
  input: RequestAddress,
  scope: ({ actor }) => readerScope(actor),
  read: async (_, { request }, ctx) => {
    const seen = await visibleRequest(ctx, request)
    if (!seen || mayReadEthics(ctx.actor, seen.standing) !== true) return null
    const { id, reference, title } = seen.request
    const named = await approvalNamed(db(), seen.request, ctx.now)
    return { id, reference, title, approvals: named ? await chainOf(ctx, named.id) : [] }
  },
})

export type RequestEthics = Awaited<ReturnType<typeof requestEthics>>
