import 'server-only'
import { db } from '@/lib/platform/db'
import { standingOf } from '@/lib/projects/rules/authority'
import { delegatedIn } from '@/lib/projects/store/standing'

/** An approval with its project and who keeps its approvals now: the PI, and who holds the authority. For reactions only. */
export async function approvalToTell(id: string, now: Date) {
  const select = {
    number: true,
    projectId: true,
    withdrawnAt: true,
    versions: {
      orderBy: { ordinal: 'desc' },
      take: 1,
      select: { title: true, state: true, judgedNote: true, submittedById: true },
    },
  } as const
  const approval = await db().ethicsApproval.findUnique({ where: { id }, select })
  const where = { id: approval?.projectId ?? id }
  const project = await db().project.findUnique({ where, select: { id: true, slug: true, name: true, piId: true } })
  const latest = approval?.versions[0]
  if (!approval || !project || !latest) return null
  const delegated = await delegatedIn(db(), project)
  const keeps = (personId: string) => standingOf(delegated, personId, now).authorities.includes('manage-ethics')
  const { number, withdrawnAt } = approval
  return {
    id,
    number,
    withdrawnAt,
    project,
    latest,
    memberIds: delegated.memberIds,
    keepers: [...delegated.memberIds].filter(keeps),
  }
}
