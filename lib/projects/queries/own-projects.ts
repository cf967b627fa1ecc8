import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { confirmationDue, isConfirmationOverdue } from '../rules/confirmation'
import { daysOf, lifeOf } from '../rules/periods'
import type { ProjectType } from '../rules/types'
import { actingProjectsOf } from '../store/acting'
import { gpuWeeksUsedBy } from '../store/reading'

/** Whose answer a transfer of the PI role waits for. */
type TransferWaits = 'you' | 'other' | 'hub'

/** Of these projects those whose PI role is on its way, and for whom it waits. */
async function transfersOf(projectIds: string[], personId: string): Promise<ReadonlyMap<string, TransferWaits>> {
  const where = { projectId: { in: projectIds }, state: { in: ['proposed', 'accepted'] } }
  const rows = await db().piTransfer.findMany({ where, select: { projectId: true, toId: true, state: true } })
  const waitsFor = ({ state, toId }: (typeof rows)[number]): TransferWaits =>
    state === 'accepted' ? 'hub' : toId === personId ? 'you' : 'other'
  return new Map(rows.map((row) => [row.projectId, waitsFor(row)]))
}

/** The projects that one takes part in and that were not ended, in order of name, with one's standing, what is used and what waits. */
export const ownProjects = query({
  name: 'projects.own-projects',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }, _, { now }) => {
    const projects = await actingProjectsOf(db(), personId, now)
    const ids = projects.map(({ id }) => id)
    const [used, transfers] = await Promise.all([gpuWeeksUsedBy(ids, now), transfersOf(ids, personId)])
    return projects.map(({ id, piId: _piId, startsAt, endsAt, membersConfirmedAt, ...project }) => ({
      ...project,
      ...daysOf({ startsAt, endsAt }),
      life: lifeOf({ state: 'active', startsAt, endsAt }, now),
      gpuUsed: used.get(id) ?? 0,
      confirmationDue: confirmationDue(membersConfirmedAt),
      confirmationOverdue: isConfirmationOverdue(membersConfirmedAt, now),
      transferWaits: transfers.get(id) ?? null,
    }))
  },
})

const endedRow = { slug: true, name: true, type: true, startsAt: true, endsAt: true } as const

/** The projects that one took part in to their end, the latest end first: a hundred at most. */
export const ownEndedProjects = query({
  name: 'projects.own-ended-projects',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }) => {
    const where = { state: 'ended', OR: [{ piId: personId }, { members: { some: { personId } } }] }
    const rows = await db().project.findMany({ where, select: endedRow, orderBy: { endsAt: 'desc' }, take: 100 })
    return rows.map(({ startsAt, endsAt, type, ...row }) => ({
      ...row,
      type: type as ProjectType,
      ...daysOf({ startsAt, endsAt }),
    }))
  },
})

export type OwnProject = Awaited<ReturnType<typeof ownProjects>>[number]
