import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { afterDay } from '@/lib/projects/rules/periods'
import type { Prisma } from '@/prisma/generated/client'
import { happened } from '../events/requests'
import { termsOfPurpose } from '../rules/duo-match'
import { answerFields, carriedAlong, changesOf, type Edit, mergedAnswers, movesGrants } from '../rules/edits'
import { fieldsOfFindings } from '../rules/forms-finding'
import { descriptionOf } from '../rules/forms-judge'
import { optedOutBy } from '../rules/forms-named'
import type { Answers } from '../schema/forms-answers'
import { SaveDraft } from '../schema/requests'
import { judgedAnswers } from '../store/answers'
import { isApprovalOf } from '../store/ethics'
import type { RequestRow } from '../store/requests'
import { onRequest } from './on-request'

/** What a draft says besides its answers, of what was typed now. */
function columnsOf({ title, wantedUntil, ethicsApproval, optedOut }: SaveDraft) {
  const day = typeof wantedUntil === 'string' ? afterDay(wantedUntil) : wantedUntil
  const typed = { title, wantedUntil: day, ethicsApprovalId: ethicsApproval, optedOut }
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
}

const standing = ({ title, wantedUntil, ethicsApprovalId, optedOut, answers }: RequestRow) => ({
  title,
  wantedUntil,
  ethicsApprovalId,
  optedOut,
  ...answerFields(answers as Answers),
})

const named = { title: 'title', wantedUntil: 'wantedUntil', ethicsApprovalId: 'ethicsApproval', optedOut: 'optedOut' }

/** What others have changed of a request since a revision. */
async function changedByOthers(tx: Tx, requestId: string, since: number, own: string): Promise<Edit[]> {
  const where = { requestId, revision: { gt: since }, personId: { not: own } }
  const rows = await tx.accessEdit.findMany({ where, select: { changes: true } })
  return rows.flatMap(({ changes }) => changes as unknown as Edit[])
}

/** Of what a page sends what its writer means: without fields that others have changed since it was drawn and that it only carried along. */
async function ownOf(tx: Tx, request: RequestRow, input: SaveDraft, own: string): Promise<SaveDraft> {
  const others = input.basis === undefined ? [] : await changedByOthers(tx, request.id, input.basis, own)
  if (others.length === 0) return input
  const merged = mergedAnswers(request.answers as Answers, input.answers)
  const { answers } = (await judgedAnswers(tx, request, merged)).judgement
  const given = Object.fromEntries(Object.keys(input.answers ?? {}).map((key) => [key, answers[key] ?? null]))
  const carried = carriedAlong({ ...columnsOf(input), ...answerFields(given) }, others)
  const columns = Object.entries(named).filter(([column]) => carried.has(column))
  const kept = Object.entries(input.answers ?? {}).filter(([key]) => !carried.has(`answers.${key}`))
  return {
    ...input,
    ...Object.fromEntries(columns.map(([, field]) => [field, undefined])),
    ...(input.answers && { answers: Object.fromEntries(kept) }),
  }
}

const noApproval = () => refuse('platform.invalid', { fields: { ethicsApproval: ['access.invalid.approval'] } })

/**
 * Saves what was typed of a draft, field by field, so that several people can write at once; who changed what is kept. With a `basis`, what
 * others have changed since is left as they have it, unless it was changed here too. What must not
 * be stored (a personal number, for one) is refused where it stands. Refuses: platform.invalid, access.not-in-this-state.
 */
export const saveDraft = onRequest({
  verb: 'save-draft',
  input: SaveDraft,
  load: async (tx, { request, project, actor, input: given }) => {
    const input = await ownOf(tx, request, given, actor.id)
    return {
      ...(await judgedAnswers(tx, request, mergedAnswers(request.answers as Answers, input.answers))),
      grants: await tx.accessGrant.findMany({ where: { requestId: request.id }, select: { endedAt: true } }),
      approvalFits: !input.ethicsApproval || (await isApprovalOf(tx, input.ethicsApproval, project.id)),
      input,
    }
  },
  decide: (_, { request, actor, more }) => {
    const { input, form, judgement, purpose, approvalFits, grants } = more
    if (!approvalFits) return noApproval()
    const unstorable = judgement.findings.filter(({ severity }) => severity === 'unstorable')
    if (unstorable.length > 0) return refuse('platform.invalid', { fields: fieldsOfFindings(unstorable) })
    const { answers } = judgement
    const called = input.title === undefined && form !== null ? descriptionOf(form, answers) : null
    const out = input.answers ? optedOutBy(form, answers) : null
    const columns = {
      ...columnsOf(input),
      ...(called !== null && { title: called }),
      ...(out !== null && { optedOut: out }),
    }
    const given = input.answers === undefined ? {} : answerFields(answers)
    const gone = Object.keys(request.answers as Answers).filter((key) => input.answers && !(key in answers))
    const emptied = Object.fromEntries(gone.map((key) => [`answers.${key}`, null]))
    const edits = changesOf(standing(request), { ...columns, ...given, ...emptied })
    if (edits.length === 0) return { facts: [], edits, editId: '', personId: actor.id }
    const editId = newId()
    const purposes = purpose ? [...termsOfPurpose(purpose)] : []
    const change = { ...columns, ...(input.answers && { answers: answers as Prisma.InputJsonObject, purposes }) }
    const facts = [
      happened.draftSaved(request, { edit: editId, fields: edits.map(({ field }) => field) }),
      ...(movesGrants(edits, grants)
        ? [happened.approvalExchanged(request, { approval: input.ethicsApproval ?? '' })]
        : []),
    ]
    return { facts, change, edits, editId, personId: actor.id }
  },
  apply: async (tx, { edits, editId, personId }, { request: { id, revision } }, { now }) => {
    if (edits.length === 0) return { saved: [] }
    const changes = edits as unknown as Prisma.InputJsonArray
    const row = { id: editId, requestId: id, personId, revision: revision + 1, changes, at: now }
    await tx.accessEdit.create({ data: row, select: { id: true } })
    return { saved: edits.map(({ field }) => field) }
  },
})
