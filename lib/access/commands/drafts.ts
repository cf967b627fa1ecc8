import 'server-only'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { afterDay } from '@/lib/projects/rules/periods'
import type { Prisma } from '@/prisma/generated/client'
import { happened } from '../events/requests'
import { termsOfPurpose } from '../rules/duo-match'
import { answerFields, changesOf, mergedAnswers } from '../rules/edits'
import { fieldsOfFindings } from '../rules/forms-finding'
import { descriptionOf } from '../rules/forms-judge'
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

/** Where the standard form asks whether the public record of sharing may name the recipient. */
const recordField = 'public-record'

const noApproval = () => refuse('platform.invalid', { fields: { ethicsApproval: ['access.invalid.approval'] } })

/**
 * Saves what was typed of a draft, field by field, so that several people can write at once; who changed what is kept. What must not
 * be stored (a personal number, for one) is refused where it stands. Refuses: platform.invalid, access.not-in-this-state.
 */
export const saveDraft = onRequest({
  verb: 'save-draft',
  input: SaveDraft,
  load: async (tx, { request, project, input }) => ({
    ...(await judgedAnswers(tx, request, mergedAnswers(request.answers as Answers, input.answers))),
    approvalFits: !input.ethicsApproval || (await isApprovalOf(tx, input.ethicsApproval, project.id)),
  }),
  decide: (_, { request, actor, input, more: { form, judgement, purpose, approvalFits } }) => {
    if (!approvalFits) return noApproval()
    const unstorable = judgement.findings.filter(({ severity }) => severity === 'unstorable')
    if (unstorable.length > 0) return refuse('platform.invalid', { fields: fieldsOfFindings(unstorable) })
    const { answers } = judgement
    const named = input.title === undefined && form !== null ? descriptionOf(form, answers) : null
    const record = input.answers && answers[recordField]
    const columns = {
      ...columnsOf(input),
      ...(named !== null && { title: named }),
      ...(typeof record === 'string' && { optedOut: record === 'unnamed' }),
    }
    const given = input.answers === undefined ? {} : answerFields(answers)
    const gone = Object.keys(request.answers as Answers).filter((key) => input.answers && !(key in answers))
    const emptied = Object.fromEntries(gone.map((key) => [`answers.${key}`, null]))
    const edits = changesOf(standing(request), { ...columns, ...given, ...emptied })
    if (edits.length === 0) return { facts: [], edits, editId: '', personId: actor.id }
    const editId = newId()
    const purposes = purpose ? [...termsOfPurpose(purpose)] : []
    const change = { ...columns, ...(input.answers && { answers: answers as Prisma.InputJsonObject, purposes }) }
    const facts = [happened.draftSaved(request, { edit: editId, fields: edits.map(({ field }) => field) })]
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
