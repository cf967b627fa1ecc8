import 'server-only'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayDecideProjects } from '../policy'
import { judgeAppointment } from '../rules/appointing'
import { AppointPi } from '../schema/transfers'
import { endAllDelegations } from '../store/members'
import { changeProject, insertDecision } from '../store/projects'
import { closeTransfer, isOpenAccount, openAccountAt, openTransfer, takeOver } from '../store/transfers'
import { onProject } from './on-project'

/**
 * Puts a new PI in the place of one whose account is closed, and who can therefore not hand the role on. Whatever the old one
 * delegated or proposed ends. For an administrator who takes no part.
 * Refuses: projects.own-project, projects.pi-active, projects.no-account, projects.own-appointment.
 */
export const appointPi = onProject({
  name: 'projects.appoint-pi',
  input: AppointPi,
  load: async (tx, { project, input }) => ({
    piOpen: await isOpenAccount(tx, project.piId),
    toId: await openAccountAt(tx, input.email),
    transfer: await openTransfer(tx, project.id),
  }),
  authorize: (actor) => mayDecideProjects(actor),
  decide: (_, { project: { id, slug, piId }, standing, actor, more: { piOpen, toId, transfer } }) => {
    if (standing.role !== 'outsider') return refuse('projects.own-project', { status: 403 })
    return (
      judgeAppointment({ piOpen, piId, toId, actorId: actor.id }) ??
      happened.piAppointed(id, { slug, person: toId ?? '', decision: newId(), transfer: transfer?.id ?? null })
    )
  },
  apply: async (tx, { data }, { project: { id }, actor, input }, ctx) => {
    const { slug, person: piId, decision, transfer } = data
    const { institution, reason } = input
    await endAllDelegations(tx, id, actor.id, ctx.now)
    if (transfer) await closeTransfer(tx, transfer, { state: 'cancelled', closedAt: ctx.now })
    await takeOver(tx, id, piId)
    const place = institution && { institution: institution.ror, institutionName: institution.name }
    await changeProject(tx, id, { piId, ...place })
    await insertDecision(tx, ctx, { id: decision, projectId: id, kind: 'appointed', reason })
    return { slug, person: piId }
  },
})
