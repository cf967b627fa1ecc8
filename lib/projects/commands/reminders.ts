import 'server-only'
import { command } from '@/lib/platform/command'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { type ReminderStage, reminderFor } from '../rules/confirmation'
import { lifeOf } from '../rules/periods'
import { DueProject } from '../schema/projects'
import { lockProjects } from '../store/standing'

/**
 * Notes that the PI is reminded to confirm the members, which has the mail sent: each stage of a confirmation once. For the clock
 * alone. Refuses: projects.nothing-due.
 */
export const remindConfirmation = command({
  name: 'projects.remind-confirmation',
  input: DueProject,
  load: async (tx, { projectId }) => {
    const [project] = await lockProjects(tx, [projectId])
    const where = { projectId, confirmedAt: project?.membersConfirmedAt ?? new Date(0) }
    const sent = await tx.confirmationReminder.findMany({ where, select: { stage: true } })
    return { project: project ?? null, sent: sent.map(({ stage }) => stage as ReminderStage) }
  },
  authorize: ({ actor }) => actor.kind === 'system',
  decide: ({ now }, { project, sent }) => {
    const stage = project && lifeOf(project, now) !== 'over' && reminderFor(project.membersConfirmedAt, sent, now)
    if (!stage) return refuse('projects.nothing-due')
    return happened.confirmationReminded(project.id, { slug: project.slug, stage })
  },
  apply: async (tx, { subjectId: projectId, data: { stage } }, { project }, { now }) => {
    const confirmedAt = project?.membersConfirmedAt ?? now
    await tx.confirmationReminder.create({
      data: { projectId, confirmedAt, stage, remindedAt: now },
      select: { stage: true },
    })
  },
})
