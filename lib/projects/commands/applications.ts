import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayApply, mayDecideProjects, mayWithdrawApplication } from '../policy'
import { afterDay } from '../rules/periods'
import { budgetOf, type ProjectType } from '../rules/types'
import { ApplyForProject, DecideApplication, WithdrawApplication } from '../schema/applications'
import {
  type Application,
  closeApplication,
  countWaiting,
  insertApplication,
  lockApplication,
} from '../store/applications'
import { chooseSlug, insertBudgetChange, insertProject } from '../store/projects'

/** The most applications of one person that may wait for an answer at a time. */
const mostWaiting = 5

/** Asks that a project become one of the hub's. Refuses: projects.too-many-applications, projects.period-over. */
export const applyForProject = command({
  name: 'projects.apply',
  input: ApplyForProject,
  load: async (tx, _, { actor }) => ({ waiting: isPerson(actor) ? await countWaiting(tx, actor.id) : 0 }),
  authorize: ({ actor }) => mayApply(actor),
  decide: ({ actor, now }, { waiting }, wish) => {
    if (!isPerson(actor)) return notFound()
    if (waiting >= mostWaiting) return refuse('projects.too-many-applications', { limit: mostWaiting })
    if (afterDay(wish.endsOn) <= now) return refuse('projects.period-over')
    return { ...happened.applied(newId(), { kind: wish.type, revision: 1 }), applicantId: actor.id, wish }
  },
  apply: async (tx, { subjectId, applicantId, wish }, _, { now }) => {
    await insertApplication(tx, subjectId, applicantId, wish, now)
    return { id: subjectId }
  },
})

/** Null, or why an application cannot be answered or taken back any more. */
function judgeWaiting({ state, revision }: Application, expected: number): Refusal | null {
  if (state !== 'submitted') return refuse('projects.application-closed')
  return revision === expected ? null : refuse('projects.moved-on', { expected, revision })
}

/** Takes one's own application back. Refuses: projects.application-closed, projects.moved-on. */
export const withdrawApplication = command({
  name: 'projects.withdraw-application',
  input: WithdrawApplication,
  load: async (tx, { applicationId }) => ({ application: await lockApplication(tx, applicationId) }),
  authorize: ({ actor }, { application }) => mayWithdrawApplication(actor, application?.applicantId ?? null),
  decide: (_, { application }, { expectedRevision }) => {
    if (application === null) return notFound()
    const { id, revision } = application
    return judgeWaiting(application, expectedRevision) ?? happened.applicationWithdrawn(id, { revision: revision + 1 })
  },
  apply: async (tx, { subjectId: id }, _, ctx) => {
    await closeApplication(tx, ctx, id, { state: 'withdrawn', reason: null, projectId: null })
    return { id, state: 'withdrawn' as const }
  },
})

const budgetMissing = () => refuse('platform.invalid', { fields: { gpuWeeks: ['projects.invalid.budget-needed'] } })

/** What approval brings about: the project with its budget, under an address of its own. */
function approval(application: Application, { gpuWeeks }: DecideApplication, slug: string) {
  const kind = application.type as ProjectType
  const usual = budgetOf(kind)
  const weeks = gpuWeeks ?? usual
  if (weeks === null) return budgetMissing()
  const { id, applicantId: person, revision } = application
  const project = newId()
  const facts = [
    happened.applicationApproved(id, { person, slug, project, revision: revision + 1 }),
    happened.started(project, { slug, kind, person, weeks, application: id }),
  ]
  return Object.assign(facts, { project: { id: project, slug, gpuBudget: weeks }, unusual: weeks !== usual })
}

/**
 * Approves an application, which makes the project, or declines it; the applicant is told why. Nobody decides on their own.
 * Refuses: projects.application-closed, projects.moved-on, projects.own-application, platform.invalid where the type gives no budget
 * and none is stated.
 */
export const decideApplication = command({
  name: 'projects.decide-application',
  input: DecideApplication,
  load: async (tx, { applicationId }) => {
    const application = await lockApplication(tx, applicationId)
    return { application, slug: application ? await chooseSlug(tx, application.name) : '' }
  },
  authorize: ({ actor }) => mayDecideProjects(actor),
  decide: ({ actor }, { application, slug }, wanted) => {
    if (application === null) return notFound()
    const late = judgeWaiting(application, wanted.expectedRevision)
    if (late) return late
    const { id, applicantId: person, revision } = application
    if (isPerson(actor) && actor.id === person) return refuse('projects.own-application', { status: 403 })
    const told = { application, reason: wanted.reason }
    if (wanted.decision === 'decline') {
      const facts = [happened.applicationDeclined(id, { person, revision: revision + 1 })]
      return Object.assign(facts, { ...told, project: null, unusual: false })
    }
    const approved = approval(application, wanted, slug)
    return 'code' in approved ? approved : Object.assign(approved, told)
  },
  apply: async (tx, { application, reason, project, unusual }, _, ctx) => {
    const { id } = application
    if (project === null) {
      await closeApplication(tx, ctx, id, { state: 'declined', reason, projectId: null })
      return { id, state: 'declined' as const, slug: null }
    }
    await insertProject(tx, ctx, project, application)
    if (unusual) await insertBudgetChange(tx, ctx, { projectId: project.id, gpuWeeks: project.gpuBudget, reason })
    await closeApplication(tx, ctx, id, { state: 'approved', reason, projectId: project.id })
    return { id, state: 'approved' as const, slug: project.slug }
  },
})
