import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { delegatedIn, lockProjects } from '@/lib/projects/store/standing'
import { happened } from '../events/requests'
import { isClock } from '../policy/requests'
import { goesWithProject } from '../rules/leaving'
import type { State } from '../rules/states'
import { settleTurn } from '../store/turns'

async function lockMembership(tx: Tx, requestId: string, personId: string) {
  const found = await tx.accessRequest.findUnique({ where: { id: requestId }, select: { projectId: true } })
  if (!found) return null
  const [project] = await lockProjects(tx, [found.projectId])
  if (!project) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${requestId}::uuid FOR NO KEY UPDATE`
  const select = {
    id: true,
    reference: true,
    state: true,
    applicantId: true,
    members: { where: { personId }, select: { joinedAt: true } },
  } as const
  const { members, ...request } = await tx.accessRequest.findUniqueOrThrow({ where: { id: requestId }, select })
  const { memberIds } = await delegatedIn(tx, project)
  return { request, joinedAt: members[0]?.joinedAt ?? null, isInProject: memberIds.has(personId) }
}

/**
 * Takes out of a request who has left its project, or was removed from it, at `outAt`: they use data by it no more. Whoever came to the
 * request by a link since then stays. For the clock. Refuses: access.nothing-due.
 */
export const leaveWithProject = command({
  name: 'access.leave-with-project',
  input: z.object({ request: z.uuid(), person: z.uuid(), outAt: z.coerce.date() }),
  load: (tx, { request, person }) => lockMembership(tx, request, person),
  authorize: ({ actor }) => isClock(actor),
  decide: (_, { request, joinedAt, isInProject }, { person, outAt }) => {
    const isApplicant = request.applicantId === person
    if (!goesWithProject({ joinedAt, isInProject, isApplicant }, outAt)) return refuse('access.nothing-due')
    return happened.memberRemoved(request, { person, side: 'asking', state: request.state as State })
  },
  apply: async (tx, { data: { person: personId } }, { request: { id: requestId } }, { now }) => {
    await tx.accessMember.delete({
      where: { requestId_personId: { requestId, personId } },
      select: { personId: true },
    })
    const revision = { revision: { increment: 1 } }
    await tx.accessRequest.update({ where: { id: requestId }, data: revision, select: { id: true } })
    await settleTurn(tx, requestId, now)
    return { id: requestId }
  },
})
