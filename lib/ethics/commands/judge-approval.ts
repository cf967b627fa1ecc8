import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Happening } from '@/lib/platform/journal'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { type CheckedField, fieldsToCheck } from '../rules/fields'
import { isSameReplacement, replacedBy } from '../rules/replacement'
import { ReturnApproval, VerifyApproval } from '../schema/inputs'
import { changeApproval, lockApproval } from '../store/approvals'
import { scheduleDeadlines } from '../store/deadlines'
import { keepReplacement, replacedBySuccessor } from '../store/replacements'
import { insertChecks, moveVersion } from '../store/versions'
import { about, datasetIdsOf, judgeForOfficer, officerMay } from './on-approval'
import { replacementFacts } from './replacement-facts'

const approves = (decision: string): boolean => decision.startsWith('approved')

/**
 * Verifies a version that waits: from now on it governs, for the datasets that the officer names. Every field that has to be checked must
 * be confirmed. What it takes the place of stands until it is in force itself. Refuses: ethics.own-project, ethics.unconfirmed (which), ethics.covers-nothing, ethics.not-in-this-state,
 * ethics.withdrawn, platform.conflict.
 */
export const verifyApproval = command({
  name: 'ethics.verify-approval',
  input: VerifyApproval,
  load: async (tx, input, ctx) => {
    const on = await lockApproval(tx, input.approval, ctx)
    if (!on) return null
    const named = [...on.latest.claimedDatasets, ...(on.governing?.coveredDatasets ?? [])]
    const replaced = await replacedBySuccessor(tx, on.approval)
    return { ...on, datasets: await datasetIdsOf(tx, input.datasets, named), replaced }
  },
  authorize: officerMay,
  decide: ({ actor, now }, on, { expectedRevision, confirmed, note }) => {
    const wrong = judgeForOfficer(on, 'verify', expectedRevision)
    if (wrong) return wrong
    if (!isPerson(actor)) return notFound()
    const { latest, governing, project, approval, datasets, replaced } = on
    const needed = fieldsToCheck(latest, governing)
    const missing = needed.filter((field) => !confirmed.includes(field))
    if (missing.length > 0) return refuse('ethics.unconfirmed', { field: missing, count: missing.length })
    if (isRefusal(datasets)) return datasets
    if (!approves(latest.decision) && datasets.length > 0) return refuse('ethics.covers-nothing')
    const data = { ...about(on), outcome: latest.decision, datasets }
    const facts: Happening[] = [happened.verified(project.id, approval.id, data)]
    const next = replaced && replacedBy(replaced.was, { ...approval, governing: latest }, now)
    if (replaced && next) facts.push(...replacementFacts(on, replaced, next, now))
    return Object.assign(facts, { needed, datasets, next, by: actor.id, note: note ?? '' })
  },
  apply: async (tx, { needed, datasets, next, by, note }, { approval, latest, project, replaced }, { now }) => {
    const judged = { judgedById: by, judgedAt: now, judgedNote: note }
    await moveVersion(tx, latest.id, { state: 'verified', ...judged, coveredDatasets: datasets })
    await insertChecks(
      tx,
      latest.id,
      needed.map((field) => ({ field, verdict: 'confirmed', note: '' })),
    )
    if (replaced && next && !isSameReplacement(replaced.was, next)) await keepReplacement(tx, replaced.id, next, now)
    const revision = await changeApproval(tx, approval.id, { governingId: latest.id })
    await scheduleDeadlines(tx, project.id, approval.amendsId ?? approval.id, now)
    return { id: approval.id, version: latest.ordinal, revision }
  },
})

/**
 * Gives a version back with what is missing or wrong, field by field. Refuses: ethics.own-project, ethics.not-in-this-state,
 * ethics.withdrawn, platform.conflict.
 */
export const returnApproval = command({
  name: 'ethics.return-approval',
  input: ReturnApproval,
  load: (tx, { approval }, ctx) => lockApproval(tx, approval, ctx),
  authorize: officerMay,
  decide: ({ actor }, on, { expectedRevision, missing, reason }) => {
    const wrong = judgeForOfficer(on, 'return', expectedRevision)
    if (wrong) return wrong
    if (!isPerson(actor)) return notFound()
    const fields = Object.keys(missing) as CheckedField[]
    const fact = happened.returned(on.project.id, on.approval.id, { ...about(on), fields })
    return { ...fact, missing, reason, by: actor.id }
  },
  apply: async (tx, { missing, reason, by }, { approval, latest }, { now }) => {
    const checks = Object.entries(missing).map(([field, note]) => ({ field, verdict: 'missing' as const, note }))
    await moveVersion(tx, latest.id, { state: 'returned', judgedById: by, judgedAt: now, judgedNote: reason })
    await insertChecks(tx, latest.id, checks)
    return { id: approval.id, revision: await changeApproval(tx, approval.id) }
  },
})
