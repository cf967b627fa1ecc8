import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Happening } from '@/lib/platform/journal'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { fieldsToCheck } from '../rules/fields'
import { isSameReplacement, replacedWithout } from '../rules/replacement'
import { OneApproval, WithdrawApproval } from '../schema/inputs'
import { changeApproval, documentsAt, type OnApproval } from '../store/approvals'
import { scheduleDeadlines } from '../store/deadlines'
import { keepReplacement, replacedBySuccessor } from '../store/replacements'
import { moveVersion } from '../store/versions'
import { about, asKeeper, judgeStep } from './on-approval'
import { replacementFacts } from './replacement-facts'

/** Whether a version has other documents than the one that governs. */
function hasOtherDocuments({ documents, latest, governing }: OnApproval): boolean {
  const idsAt = (ordinal: number) => documentsAt(documents, ordinal).map(({ id }) => id)
  return governing === null || idsAt(latest.ordinal).join() !== idsAt(governing.ordinal).join()
}

/**
 * Hands a draft in for verification; it cannot be changed while it waits. Refuses: ethics.no-decision-document, ethics.nothing-changed,
 * ethics.not-in-this-state, ethics.withdrawn, platform.conflict.
 */
export const submitApproval = command({
  name: 'ethics.submit-approval',
  input: OneApproval,
  ...asKeeper,
  decide: ({ actor }, on, { expectedRevision }) => {
    const wrong = judgeStep(on, 'submit', expectedRevision)
    if (wrong) return wrong
    if (!isPerson(actor)) return notFound()
    const { latest, governing, documents, project, approval, behalf } = on
    if (!documentsAt(documents, latest.ordinal).some(({ kind }) => kind === 'decision'))
      return refuse('ethics.no-decision-document')
    if (governing && fieldsToCheck(latest, governing).length === 0 && !hasOtherDocuments(on))
      return refuse('ethics.nothing-changed')
    const fact = happened.submitted(project.id, approval.id, about(on))
    return { ...fact, onBehalfOf: behalf, by: actor.id }
  },
  apply: async (tx, { by }, { approval, latest }, { now }) => {
    await moveVersion(tx, latest.id, { state: 'submitted', submittedById: by, submittedAt: now })
    return { id: approval.id, revision: await changeApproval(tx, approval.id) }
  },
})

const asDraft = { state: 'draft', submittedById: null, submittedAt: null } as const

/** Takes a version that waits back, to change it. Refuses: ethics.not-in-this-state, ethics.withdrawn, platform.conflict. */
export const takeBackSubmission = command({
  name: 'ethics.take-back-submission',
  input: OneApproval,
  ...asKeeper,
  decide: (_, on, { expectedRevision }) => {
    const wrong = judgeStep(on, 'take-back', expectedRevision)
    if (wrong) return wrong
    const fact = happened.takenBack(on.project.id, on.approval.id, about(on))
    return { ...fact, onBehalfOf: on.behalf }
  },
  apply: async (tx, _, { approval, latest }) => {
    await moveVersion(tx, latest.id, asDraft)
    return { id: approval.id, revision: await changeApproval(tx, approval.id) }
  },
})

/**
 * Withdraws an approval for good, with the reason: nothing rests on it from now on. What it was to take the place of goes on standing.
 * Refuses: ethics.withdrawn, platform.conflict.
 */
export const withdrawApproval = command({
  name: 'ethics.withdraw-approval',
  input: WithdrawApproval,
  load: async (tx, input, ctx) => {
    const on = await asKeeper.load(tx, input, ctx)
    return on && { ...on, replaced: await replacedBySuccessor(tx, on.approval) }
  },
  authorize: asKeeper.authorize,
  decide: ({ actor, now }, on, { expectedRevision, reason }) => {
    const { approval, project, behalf, replaced } = on
    if (approval.withdrawnAt !== null) return refuse('ethics.withdrawn')
    if (approval.revision !== expectedRevision) return refuse('platform.conflict')
    if (!isPerson(actor)) return notFound()
    const next = replaced && replacedWithout(replaced.was, approval.id, now)
    const facts: Happening[] = [{ ...happened.withdrawn(project.id, approval.id, about(on)), onBehalfOf: behalf }]
    if (replaced && next) facts.push(...replacementFacts(on, replaced, next, now))
    return Object.assign(facts, { next, reason, by: actor.id })
  },
  apply: async (tx, { next, reason, by }, { approval, latest, project, replaced }, { now }) => {
    if (latest.state === 'submitted') await moveVersion(tx, latest.id, asDraft)
    const change = { withdrawnAt: now, withdrawnById: by, withdrawnReason: reason }
    const revision = await changeApproval(tx, approval.id, change)
    if (replaced && next && !isSameReplacement(replaced.was, next)) await keepReplacement(tx, replaced.id, next, now)
    // Without an amendment its original may end on another day.
    if (approval.amendsId) await scheduleDeadlines(tx, project.id, approval.amendsId, now)
    return { id: approval.id, revision }
  },
})
