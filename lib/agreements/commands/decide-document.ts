import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { schedule } from '@/lib/platform/jobs'
import { isRefusal, notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { storeFile } from '@/lib/platform/storage'
import { happened } from '../events'
import { mayCountersign, maySign } from '../policy'
import { allows, type DocumentVerb } from '../rules/documents'
import { remindersAhead } from '../rules/reminders'
import { judgeValidity, validityOf } from '../rules/validity'
import { CountersignDocument, ReturnDocument, TerminateDocument, WithdrawDocument } from '../schema/inputs'
import { changeDocument, type Document } from '../store/documents'
import { lockProjectDocument, type OnDocument } from '../store/project'

const asHub = ({ actor }: Context, { standing }: OnDocument) => mayCountersign(actor, standing)

/** The document, or why this cannot be done with it: it is not there, has changed since, or its state does not let it. */
function judgeDocument({ document }: OnDocument, verb: DocumentVerb, expected: number): Document | Refusal {
  if (document === null) return notFound()
  if (document.revision !== expected) return refuse('platform.conflict')
  return allows(document.state, verb) ? document : refuse('agreements.not-in-this-state', { state: document.state })
}

/** As `judgeDocument`, for the hub: nobody decides for a project that they take part in. */
function judgeForHub(loaded: OnDocument, verb: DocumentVerb, expected: number): Document | Refusal {
  const own = loaded.document !== null && loaded.standing.role !== 'outsider'
  return own ? refuse('agreements.own-project', { status: 403 }) : judgeDocument(loaded, verb, expected)
}

const about = ({ project }: OnDocument, { kind, version }: Document) => ({ kind, version, slug: project.slug })
const wrongDays = (message: string) => refuse('platform.invalid', { fields: { lastDay: [message] } })

/**
 * Countersigns for the hub: in force from the first day to the last. Refuses: agreements.own-project, agreements.not-in-this-state,
 * agreements.other-institution (the project has moved since it was signed), platform.conflict.
 */
export const countersignDocument = command({
  name: 'agreements.countersign-document',
  input: CountersignDocument,
  load: lockProjectDocument,
  authorize: asHub,
  decide: ({ actor, now }, loaded, { expectedRevision, firstDay, lastDay, file }) => {
    const document = judgeForHub(loaded, 'countersign', expectedRevision)
    if (isRefusal(document)) return document
    if (!isPerson(actor)) return notFound()
    const { institutionName } = document
    if (institutionName !== loaded.project.institutionName)
      return refuse('agreements.other-institution', { institutionName })
    const validity = validityOf(firstDay, lastDay)
    const wrong = judgeValidity(validity, now)
    if (wrong !== null) return wrongDays(wrong)
    const days = { from: firstDay, until: lastDay }
    const fact = happened.documentCountersigned(loaded.project.id, document.id, { ...about(loaded, document), ...days })
    return { ...fact, document, validity, file, by: actor.id }
  },
  apply: async (tx, { document: { id, revision }, validity, file, by }, _, ctx) => {
    const countersignedFileId = file ? newId() : null
    if (file && countersignedFileId) await storeFile(tx, ctx, countersignedFileId, file)
    const signature = { countersignedById: by, countersignedAt: ctx.now, countersignedFileId }
    await changeDocument(tx, id, { state: 'countersigned', ...validity, ...signature })
    for (const { days, at } of remindersAhead(validity.validUntil, ctx.now)) {
      const key = `agreement-expiry:${id}:${days}`
      await schedule(tx, { task: 'due:agreement-expiry', payload: { document: id, days }, at, key })
    }
    return { id, state: 'countersigned' as const, revision: revision + 1, ...validity }
  },
})

/** Gives a document back to its project unsigned, with the reason. Refuses: agreements.own-project, agreements.not-in-this-state. */
export const returnDocument = command({
  name: 'agreements.return-document',
  input: ReturnDocument,
  load: lockProjectDocument,
  authorize: asHub,
  decide: (_, loaded, { expectedRevision, reason }) => {
    const document = judgeForHub(loaded, 'return', expectedRevision)
    if (isRefusal(document)) return document
    const fact = happened.documentReturned(loaded.project.id, document.id, about(loaded, document))
    return { ...fact, document, reason }
  },
  apply: async (tx, { document: { id, revision }, reason }) => {
    await changeDocument(tx, id, { state: 'returned', reason })
    return { id, state: 'returned' as const, revision: revision + 1 }
  },
})

/** Ends an agreement at once, with the reason. Refuses: agreements.own-project, agreements.not-in-this-state, agreements.expired. */
export const terminateDocument = command({
  name: 'agreements.terminate-document',
  input: TerminateDocument,
  load: lockProjectDocument,
  authorize: asHub,
  decide: ({ now }, loaded, { expectedRevision, reason }) => {
    const document = judgeForHub(loaded, 'terminate', expectedRevision)
    if (isRefusal(document)) return document
    if (document.validUntil && document.validUntil <= now) return refuse('agreements.expired')
    const fact = happened.documentTerminated(loaded.project.id, document.id, about(loaded, document))
    return { ...fact, document, reason }
  },
  apply: async (tx, { document: { id, revision }, reason }, _, { now }) => {
    await changeDocument(tx, id, { state: 'terminated', reason, terminatedAt: now })
    return { id, state: 'terminated' as const, revision: revision + 1 }
  },
})

/** Takes a document back while it waits, to hand in another. Refuses: agreements.not-signatory, agreements.not-in-this-state. */
export const withdrawDocument = command({
  name: 'agreements.withdraw-document',
  input: WithdrawDocument,
  load: lockProjectDocument,
  authorize: ({ actor }, { standing }) => maySign(actor, standing),
  decide: (_, loaded, { expectedRevision }) => {
    const document = judgeDocument(loaded, 'withdraw', expectedRevision)
    if (isRefusal(document)) return document
    const fact = happened.documentWithdrawn(loaded.project.id, document.id, about(loaded, document))
    return { ...fact, onBehalfOf: loaded.standing.role === 'pi' ? null : loaded.project.piId, document }
  },
  apply: async (tx, { document: { id, revision } }) => {
    await changeDocument(tx, id, { state: 'withdrawn' })
    return { id, state: 'withdrawn' as const, revision: revision + 1 }
  },
})
