import 'server-only'
import { statusOf } from '@/lib/ethics/rules/status'
import { approvalsOf } from '@/lib/ethics/store/records'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { readerScope } from '../policy/requests'
import { basisOf } from '../rules/basis'
import { namedApprovals } from '../rules/coverage'
import { stateOfDelivery } from '../rules/deliveries'
import { lifeOfGrant } from '../rules/grants'
import { AskBasis } from '../schema/reading'
import { peopleNamed } from '../store/details'
import { accessFacts } from '../store/verdicts'
import { visibleRequest } from './request'

/** The approvals that a request names, the original first, with how each stands. */
async function approvals(projectId: string, named: string | null, now: Date) {
  const all = namedApprovals((await approvalsOf(db(), [projectId])).get(projectId) ?? [], named, now)
  return all.map((one) => ({
    id: one.id,
    number: one.number,
    status: statusOf(one, all, now),
    isAmendment: one.amendsId !== null,
    endsOn: one.governing?.endsOn ?? null,
  }))
}

/** What each connected system was last told of this person's use, and whether it has acknowledged it. */
async function systemsOf(grantId: string, personId: string) {
  const rows = await db().accessDelivery.findMany({
    where: { grantId, personId, supersededAt: null, system: { removedAt: null } },
    select: {
      id: true,
      kind: true,
      sequence: true,
      createdAt: true,
      acknowledgedAt: true,
      supersededAt: true,
      attempts: true,
      system: { select: { name: true } },
    },
    orderBy: { sequence: 'asc' },
  })
  const latest = new Map(rows.map((row) => [row.system.name, row]))
  return [...latest].map(([system, { supersededAt: _, system: __, ...row }]) => ({
    ...row,
    system,
    state: stateOfDelivery({ ...row, supersededAt: null }),
  }))
}

/**
 * What a grant rests on for one person, part by part, with what fails and until when each holds: the verdict, taken apart. Those who ask
 * see their own; who works on the request that of every member, and what connected systems have acknowledged.
 */
export const grantBasis = query({
  name: 'access.grant-basis',
  input: AskBasis,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person: reader }, { grant: id, person }, ctx) => {
    const grant = await db().accessGrant.findUnique({
      where: { id },
      select: { requestId: true, datasetId: true, startsAt: true, endsAt: true, endedAt: true, endReason: true },
    })
    const seen = grant && (await visibleRequest(ctx, grant.requestId))
    if (!grant || !seen || seen.standing.side === 'asked') return null
    const { request, project, standing } = seen
    const isHub = standing.side === 'hub'
    const members = request.members.map(({ personId }) => personId)
    const whose = isHub ? (person ?? request.applicantId) : reader.id
    if (person !== undefined && (isHub ? !members.includes(person) : person !== reader.id)) return null
    const dataset = await db().dataset.findUniqueOrThrow({
      where: { id: grant.datasetId },
      select: { id: true, slug: true, state: true },
    })
    const facts = (await accessFacts(db(), whose, [dataset], ctx.now)).get(dataset.id)
    const names = await peopleNamed(db(), [...members, whose])
    const named = (personId: string) => ({ id: personId, name: names.get(personId) ?? '' })
    return {
      id,
      life: lifeOfGrant(grant, ctx.now),
      startsAt: grant.startsAt,
      endsAt: grant.endsAt,
      endedAt: grant.endedAt,
      endReason: grant.endReason,
      dataset: dataset.slug,
      request: { id: request.id, reference: request.reference, title: request.title, state: request.state },
      project: { slug: project.slug, name: project.name },
      person: named(whose),
      people: isHub ? members.map(named) : [],
      approvals: await approvals(request.projectId, request.ethicsApprovalId, ctx.now),
      systems: isHub ? await systemsOf(id, whose) : [],
      ...basisOf(
        facts ?? { accountOpen: true, owesUserTerms: false, userTermsUntil: null, datasetState: '', grants: [] },
        id,
        ctx.now,
      ),
    }
  },
})

export type GrantBasis = Awaited<ReturnType<typeof grantBasis>>
