import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/refusal'
import { standingIn } from '@/lib/projects/store/standing'
import { listScope, queueScope } from '../policy'
import { ListApprovals } from '../schema/inputs'
import { approvalLines } from './approval-lines'

const pageSize = 50

/** The ids of the projects that somebody takes part in, whatever became of them. */
const projectsOf = async (personId: string): Promise<string[]> => {
  const where = { OR: [{ piId: personId }, { members: { some: { personId } } }] }
  return (await db().project.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

async function within(scope: { personId: string; all: boolean }, project: string | null): Promise<string[] | null> {
  const own = scope.all ? null : await projectsOf(scope.personId)
  if (project === null) return own
  const found = await db().project.findUnique({ where: { slug: project }, select: { id: true } })
  return found && (own === null || own.includes(found.id)) ? [found.id] : []
}

/**
 * Approvals, the latest first, 50 a page: those of one's projects; for ethics officers and administrators those of all. A project that
 * one does not see has none.
 */
export const approvals = query({
  name: 'ethics.approvals',
  input: ListApprovals,
  scope: ({ actor }) => listScope(actor),
  read: async (scope, { project, cursor }, { now }) => {
    const ids = await within(scope, project)
    const where = { ...(ids && { projectId: { in: ids } }), ...(cursor && { id: { lt: cursor } }) }
    const rows = await approvalLines(where, pageSize + 1, now)
    const items = rows.slice(0, pageSize)
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})

/** One's own approvals: of every project that one takes part in, two hundred at most. */
export const ownApprovals = query({
  name: 'ethics.own-approvals',
  input: z.object({}),
  scope: ({ actor }) => listScope(actor),
  read: async ({ personId }, _, { now }) => approvalLines({ projectId: { in: await projectsOf(personId) } }, 200, now),
})

/** What waits for verification, the longest first, and whether the officer takes part in the project; two hundred at most. */
export const ethicsQueue = query({
  name: 'ethics.queue',
  input: z.object({}),
  scope: ({ actor }) => queueScope(actor) ?? notFound(),
  read: async ({ personId, verifies }, _, { now }) => {
    const waiting = await db().ethicsVersion.findMany({
      where: { state: 'submitted', approval: { withdrawnAt: null } },
      select: { approvalId: true },
      orderBy: { submittedAt: 'asc' },
      take: 200,
    })
    const lines = await approvalLines({ id: { in: waiting.map(({ approvalId }) => approvalId) } }, 200, now)
    const select = { id: true, piId: true } as const
    const where = { id: { in: lines.map(({ projectId }) => projectId) } }
    const own = new Set<string>()
    for (const project of await db().project.findMany({ where, select }))
      if ((await standingIn(db(), project, personId, now)).role !== 'outsider') own.add(project.id)
    const order = new Map(waiting.map(({ approvalId }, at) => [approvalId, at]))
    const sorted = lines.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    return { verifies, waiting: sorted.map((line) => ({ ...line, own: own.has(line.projectId) })) }
  },
})
