import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context, Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { demandFullAuthority, mayDecideProjects } from '../policy'
import type { Standing } from '../rules/authority'
import { afterDay, daysOf, judgeDays, lastDayBefore, lifeOf } from '../rules/periods'
import { DueProject, EditProject, EndProject, ExtendProject, SetBudget, SetQuota } from '../schema/projects'
import { changeProject, insertBudgetChange, insertDecision, quotaOf, replacePartners } from '../store/projects'
import { type LockedProject, lockProjects } from '../store/standing'
import { nothingMore, onProject } from './on-project'

/** Changes what a project says of itself. Refuses: projects.moved-on. */
export const editProject = onProject({
  name: 'projects.edit',
  input: EditProject,
  load: nothingMore,
  authorize: demandFullAuthority,
  decide: (_, { project: { id, slug, revision }, input, behalf }) => {
    const { expectedRevision: expected, listed } = input
    if (revision !== expected) return refuse('projects.moved-on', { expected, revision })
    return { ...happened.edited(id, { slug, listed, revision: revision + 1 }), onBehalfOf: behalf }
  },
  apply: async (tx, { data }, { project: { id }, input }) => {
    const { name, department, description, listed, hiddenOnSheet, partners } = input
    await changeProject(tx, id, { name, department: department ?? '', description, listed, hiddenOnSheet })
    await replacePartners(tx, id, partners)
    return { slug: data.slug, revision: data.revision }
  },
})

/** Nobody decides on a project that they take part in. */
const ownProject = ({ role }: Standing): Refusal | null =>
  role === 'outsider' ? null : refuse('projects.own-project', { status: 403 })

const administrators = (actor: Person) => mayDecideProjects(actor)

/** Sets another budget than the type gives. A smaller one deletes nothing. Refuses: projects.own-project, projects.unchanged. */
export const setBudget = onProject({
  name: 'projects.set-budget',
  input: SetBudget,
  load: nothingMore,
  authorize: administrators,
  decide: (_, { project: { id, slug, gpuBudget }, input: { gpuWeeks: weeks }, standing }) =>
    ownProject(standing) ??
    (weeks === gpuBudget ? refuse('projects.unchanged') : happened.budgetSet(id, { slug, before: gpuBudget, weeks })),
  apply: async (tx, { data: { slug, weeks } }, { project: { id }, input: { reason } }, ctx) => {
    await changeProject(tx, id, { gpuBudget: weeks })
    await insertBudgetChange(tx, ctx, { projectId: id, gpuWeeks: weeks, reason })
    return { slug, gpuWeeks: weeks }
  },
})

/** Sets the quota of /proj. Refuses: projects.own-project, projects.unchanged. */
export const setQuota = onProject({
  name: 'projects.set-quota',
  input: SetQuota,
  load: (tx, { project }) => quotaOf(tx, project.id),
  authorize: administrators,
  decide: (_, { project: { id, slug }, input: { gigabytes }, standing, more: before }) =>
    ownProject(standing) ??
    (before === gigabytes
      ? refuse('projects.unchanged')
      : happened.quotaSet(id, { slug, gigabytes, decision: newId() })),
  apply: async (tx, { data: { slug, gigabytes, decision } }, { project: { id }, input: { reason } }, ctx) => {
    await changeProject(tx, id, { quotaBytes: BigInt(gigabytes) * 1_000_000_000n })
    await insertDecision(tx, ctx, { id: decision, projectId: id, kind: 'quota', reason })
    return { slug, gigabytes }
  },
})

/** An administrator who takes no part, or whoever may act in everything for the project. */
function mayEnd(actor: Person, standing: Standing) {
  const permission = mayDecideProjects(actor)
  return permission === true && standing.role === 'outsider' ? true : demandFullAuthority(actor, standing)
}

const end = (tx: Tx, { id, startsAt, endsAt }: LockedProject, now: Date) =>
  // Its last day stays as it was where the project had not begun, or was over before.
  changeProject(tx, id, { state: 'ended', ...(startsAt < now && now < endsAt ? { endsAt: now } : {}) })

/** Ends a project before its last day. Refuses: projects.over. */
export const endProject = onProject({
  name: 'projects.end',
  input: EndProject,
  load: nothingMore,
  authorize: mayEnd,
  decide: ({ now }, { project, behalf }) =>
    lifeOf(project, now) === 'over'
      ? refuse('projects.over')
      : { ...happened.ended(project.id, { slug: project.slug, decision: newId() }), onBehalfOf: behalf },
  apply: async (tx, { data: { slug, decision } }, { project, input: { reason } }, ctx) => {
    await end(tx, project, ctx.now)
    await insertDecision(tx, ctx, { id: decision, projectId: project.id, kind: 'ended', reason })
    return { slug }
  },
})

/** Null, or why a project cannot end on this day instead. */
function judgeExtension({ startsAt, endsAt, state }: LockedProject, endsOn: string, now: Date): Refusal | null {
  const wanted = afterDay(endsOn)
  if (wanted <= now) return refuse('projects.period-over')
  if (wanted < endsAt || (wanted.getTime() === endsAt.getTime() && state === 'active'))
    return refuse('projects.not-later', { day: lastDayBefore(endsAt) })
  const wrong = judgeDays(daysOf({ startsAt, endsAt }).startsOn, endsOn)
  return wrong && refuse('platform.invalid', { fields: { endsOn: [wrong] } })
}

/** Gives a project a later last day; one that was over goes on. Refuses: projects.own-project, projects.period-over, projects.not-later. */
export const extendProject = onProject({
  name: 'projects.extend',
  input: ExtendProject,
  load: nothingMore,
  authorize: administrators,
  decide: ({ now }, { project, standing, input: { endsOn } }) =>
    ownProject(standing) ??
    judgeExtension(project, endsOn, now) ??
    happened.extended(project.id, { slug: project.slug, until: endsOn, decision: newId() }),
  apply: async (tx, { data: { slug, until, decision } }, { project: { id }, input: { reason } }, ctx) => {
    await changeProject(tx, id, { state: 'active', endsAt: afterDay(until) })
    await insertDecision(tx, ctx, { id: decision, projectId: id, kind: 'extended', reason })
    return { slug, endsOn: until }
  },
})

const onlySystem = ({ actor }: Context) => actor.kind === 'system'

/** Ends a project whose last day has passed. For the clock alone. Refuses: projects.not-over. */
export const endDueProject = command({
  name: 'projects.end-due',
  input: DueProject,
  load: async (tx, { projectId }) => ({ project: (await lockProjects(tx, [projectId]))[0] ?? null }),
  authorize: onlySystem,
  decide: ({ now }, { project }) =>
    project?.state === 'active' && project.endsAt <= now
      ? happened.ranOut(project.id, { slug: project.slug })
      : refuse('projects.not-over'),
  apply: async (tx, { subjectId }) => changeProject(tx, subjectId, { state: 'ended' }),
})
