import 'server-only'
import { db } from '@/lib/platform/db'
import { deadlinesOf } from '../rules/deadlines'
import { effectiveOf, isValid, statusOf } from '../rules/status'
import type { VersionState } from '../rules/versions'
import { approvalsOf } from '../store/records'
import { versionOf } from '../store/versions'

const columns = {
  id: true,
  projectId: true,
  amendsId: true,
  country: true,
  number: true,
  withdrawnAt: true,
  revision: true,
  createdAt: true,
  versions: { orderBy: { ordinal: 'desc' }, take: 1 },
} as const

type Where = { id?: { in: string[] } | { lt: string }; projectId?: { in: string[] } }

const projectsOf = (ids: string[]) =>
  db().project.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, name: true, piId: true } })

/** Approvals as lists show them, the latest first: what they count as now, what is on its way, and the next deadline. */
export async function approvalLines(where: Where, take: number, now: Date) {
  const rows = await db().ethicsApproval.findMany({ where, select: columns, orderBy: { id: 'desc' }, take })
  const projectIds = [...new Set(rows.map(({ projectId }) => projectId))]
  const [records, projects] = await Promise.all([approvalsOf(db(), projectIds), projectsOf(projectIds)])
  return rows.flatMap(({ versions, projectId, withdrawnAt, ...row }) => {
    const all = records.get(projectId) ?? []
    const record = all.find(({ id }) => id === row.id)
    const project = projects.find(({ id }) => id === projectId)
    const latest = versions[0] && versionOf(versions[0])
    if (!record || !project || !latest) return []
    const status = statusOf(record, all, now)
    const effective = record.amendsId === null ? effectiveOf(record, all, now) : null
    const deadlines = effective && isValid(status) ? deadlinesOf(effective, now) : []
    const { title, decision, decidedOn, authority, responsibleResearcher, submittedAt, state } = latest
    return {
      ...row,
      project: { slug: project.slug, name: project.name },
      projectId,
      amends: all.find(({ id }) => id === row.amendsId)?.number ?? null,
      status,
      ...{ title, decision, decidedOn, authority, responsibleResearcher },
      /** Of the latest version: a withdrawn approval has none on its way. */
      version: {
        ordinal: latest.ordinal,
        state: state as VersionState,
        submittedAt,
        isChange: record.governing !== null,
      },
      isWithdrawn: withdrawnAt !== null,
      next: deadlines.toSorted((a, b) => a.daysLeft - b.daysLeft)[0] ?? null,
    }
  })
}

export type ApprovalLine = Awaited<ReturnType<typeof approvalLines>>[number]
