import 'server-only'
import { db } from '@/lib/platform/db'
import { actingProjectsOf } from '@/lib/projects/store/acting'
import { actingIn } from '../rules/assignments'
import { askable, withoutConflict } from '../store/askable'
import { organisationsOf } from '../store/asking'
import { datasetsNamed, peopleNamed } from '../store/details'
import type { Seen } from '../store/requests'
import { extraSubjects } from '../store/terms'

/** Terms that a handler can demand besides: the newest version of each that the request does not have yet. */
async function termsToAdd({ request }: Seen, now: Date) {
  const taken = await extraSubjects(db(), request.id)
  return db().accessTerms.findMany({
    where: { subject: { startsWith: 'extra:', notIn: taken }, publishedAt: { lte: now } },
    distinct: ['subject'],
    orderBy: [{ subject: 'asc' }, { version: 'desc' }],
    select: { subject: true, version: true, titleEn: true, titleSv: true },
  })
}

/** Every grant that runs, or is to run, of the project or of a member of the request, as far as the reader handles it. */
const withinReach = ({ request, standing }: Seen) => {
  const personId = { in: request.members.map((member) => member.personId) }
  return db().accessGrant.findMany({
    where: {
      endedAt: null,
      item: { workflowId: { in: [...standing.handles] } },
      request: { OR: [{ projectId: request.projectId }, { members: { some: { personId } } }] },
    },
    select: {
      id: true,
      datasetId: true,
      request: {
        select: {
          id: true,
          reference: true,
          projectId: true,
          members: { where: { personId }, select: { personId: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  })
}

/** How far taking away would reach now: what of this request, of the whole project, and of each of its members. */
async function reachOf(seen: Seen) {
  const { request } = seen
  const grants = await withinReach(seen)
  const datasets = await datasetsNamed(
    db(),
    grants.map(({ datasetId }) => datasetId),
  )
  const named = grants.map(({ id, datasetId, request: { id: of, reference, projectId, members } }) => {
    const own = of === request.id
    return { id, dataset: datasets.get(datasetId)?.slug ?? '', reference, own, projectId, members }
  })
  const shown = (some: typeof named) => some.map(({ id, dataset, reference }) => ({ id, dataset, reference }))
  return {
    grants: shown(named.filter(({ own }) => own)),
    project: shown(named.filter(({ projectId }) => projectId === request.projectId)),
    people: request.members.map(({ personId }) => ({
      id: personId,
      grants: shown(named.filter(({ members }) => members.some((member) => member.personId === personId))),
    })),
  }
}

/** Of each workflow of the reader's whose datasets wait: how many of its deciders can be asked now, and how many have to answer. */
async function panelsOf(seen: Seen, now: Date) {
  const { request, standing, assignments } = seen
  const waiting = request.items.filter(
    ({ state, workflowId }) => state === 'requested' && standing.handles.includes(workflowId),
  )
  const flows = [...new Map(waiting.map(({ workflow }) => [workflow.id, workflow])).values()]
  const acting = flows.map(({ id }) => actingIn(assignments, id, 'decider', now))
  const organisations = await organisationsOf(db(), acting.flat())
  return flows.map(({ id, name, quorum, barsOwnInstitute }, at) => {
    const deciders = withoutConflict(seen, acting[at] ?? [], organisations, barsOwnInstitute)
    return { id, name, quorum, deciders: deciders.length }
  })
}

/** What a handler's forms offer: whom they can ask now, which terms they can demand, how far taking away reaches. Null to all others. */
export async function handlingOf(seen: Seen, now: Date) {
  if (!seen.standing.roles.includes('handler')) return null
  const [reviewers, deciders] = [await askable(db(), seen, 'reviewer', now), await askable(db(), seen, 'decider', now)]
  const names = await peopleNamed(db(), [...reviewers, ...deciders])
  const people = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }))
  return {
    reviewers: people(reviewers),
    deciders: people(deciders),
    panels: await panelsOf(seen, now),
    terms: await termsToAdd(seen, now),
    reach: await reachOf(seen),
  }
}

/** The projects that could take a request over: the others in whose name the reader may ask for data. */
export async function receivingProjects({ request }: Seen, personId: string, now: Date) {
  const all = await actingProjectsOf(db(), personId, now)
  return all
    .filter(({ id, standing, endsAt }) => {
      return id !== request.projectId && endsAt > now && standing.authorities.includes('request-data')
    })
    .map(({ slug, name, institutionName }) => ({ slug, name, institutionName }))
}
