import 'server-only'
import { z } from 'zod'
import { nextChange } from '@/lib/ethics/rules/coverage'
import { approvalsOf } from '@/lib/ethics/store/records'
import { command } from '@/lib/platform/command'
import { schedule } from '@/lib/platform/jobs'
import type { Happening } from '@/lib/platform/journal'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/systems'
import { isClock } from '../policy/requests'
import { namedApprovals } from '../rules/coverage'
import { endingOf, isBeneath, judgeGrantUse, momentsOf, newsOf, stageDue, type ToldUse } from '../rules/use'
import { judgeAccess } from '../rules/verdict'
import { tellSystems } from '../store/deliveries'
import { factsOfUses, keepUse, nextTerms, type Settled, type UsedGrant, type Uses, usesOf } from '../store/uses'

type Facts = Awaited<ReturnType<typeof factsOfUses>>

/** The reminder due now of something under a grant that ends before the grant itself does; the grant's own end has its own. */
function remindsOf({ endsAt, endedAt }: UsedGrant, told: ToldUse | null, until: Date | null, now: Date): number | null {
  if (until === null || until >= endsAt || endedAt !== null) return null
  return stageDue(until, told?.until?.getTime() === until.getTime() ? told.remindedDays : null, now)
}

function settled(of: Uses, facts: Facts, now: Date): Settled[] {
  return of.grants.flatMap((grant) => {
    const toldOf = new Map(grant.uses.map((use) => [use.personId, use]))
    const slug = of.datasets.find(({ id }) => id === grant.datasetId)?.slug ?? ''
    return [...facts].flatMap(([personId, byDataset]) => {
      const known = byDataset.get(grant.datasetId)
      const was = toldOf.get(personId) ?? null
      if (!known || (was === null && !of.members.some((one) => one.personId === personId))) return []
      const use = judgeGrantUse(known, grant.id, now)
      const news = newsOf(was, use)
      const others = { ...known, grants: known.grants.filter(({ grantId }) => grantId !== grant.id) }
      const sequence = (was?.sequence ?? 0) + (news === null ? 0 : 1)
      const reminds = remindsOf(grant, was, use.until, now)
      const told = { told: was, use, news, sequence, mayOtherwise: judgeAccess(others, now).may }
      return [{ grant, slug, personId, ...told, reminds, ending: endingOf(known, grant.id) }]
    })
  })
}

const isNew = ({ told, use, news, reminds }: Settled): boolean =>
  news !== null || reminds !== null || told === null || String(told.reasons) !== String(use.reasons)

/** What the journal says of one use: that it began, that its end moved, that it ended and why, that it ends soon. */
function factsOf(of: Uses, one: Settled): Happening[] {
  const about = { grant: one.grant.id, dataset: one.slug, person: one.personId }
  const { use, told, news, reminds } = one
  const until = use.until?.toISOString().slice(0, 10) ?? ''
  const again = told !== null && !told.may && isBeneath(told.reasons) && told.sequence > 0
  const soon = reminds === null ? [] : [happened.endsSoon(of, { ...about, days: reminds, until, ending: one.ending })]
  if (news === null) return soon
  if (news === 'grant.changed') return [happened.endMoved(of, { ...about, until }), ...soon]
  const waited = told?.reasons.includes('to-come') && told.sequence === 0 ? ({ waited: 'yes' } as const) : {}
  if (use.may) return [happened.mayUse(of, { ...about, until, again: again ? 'yes' : 'no', ...waited }), ...soon]
  const beneath = isBeneath(use.reasons) && told?.may === true
  return [happened.mayNoLonger(of, { ...about, cause: use.reasons[0] ?? 'ended', beneath: beneath ? 'yes' : 'no' })]
}

/** When the clock alone may change something here next. */
async function nextMoment(tx: Parameters<typeof usesOf>[0], of: Uses, all: readonly Settled[], now: Date) {
  const records = await approvalsOf(tx, [of.projectId])
  const approvals = namedApprovals(records.get(of.projectId) ?? [], of.ethicsApprovalId, now)
  const moments = [
    ...all.flatMap(({ use }) => (use.until ? momentsOf(use.until, now) : [])),
    ...of.grants.filter(({ endedAt }) => endedAt === null).map(({ startsAt }) => startsAt),
    of.project.startsAt,
    nextChange(approvals, now),
    await nextTerms(tx, of, now),
  ].flatMap((at) => (at && at > now ? [at.getTime()] : []))
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}

/**
 * Finds out, for everybody who uses data by a request, whether they still may or may again, and tells it: to the journal, and from there to
 * the people; to every connected system. Idempotent: what was told once is told no more. For the clock. Refuses: access.nothing-due.
 */
export const settleUse = command({
  name: 'access.settle-use',
  input: z.object({ request: z.uuid() }),
  load: async (tx, { request }, { now }) => {
    const of = await usesOf(tx, request)
    if (!of) return null
    const all = settled(of, await factsOfUses(tx, of, now), now)
    return { of, all, next: await nextMoment(tx, of, all, now) }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { of, all }) =>
    of.grants.length === 0 ? refuse('access.nothing-due') : all.flatMap((one) => factsOf(of, one)),
  apply: async (tx, _, { of, all, next }, { now }) => {
    for (const one of all.filter(isNew)) await keepUse(tx, one, now)
    const told = all.filter(({ news }) => news !== null)
    await tellSystems(tx, of, told, now)
    if (next)
      await schedule(tx, { task: 'due:access-use', payload: { request: of.id }, at: next, key: `access-use:${of.id}` })
    return { told: told.length }
  },
})
