import 'server-only'
import type { Tx } from '@/lib/platform/db'

export async function insertMember(tx: Tx, projectId: string, personId: string, now: Date): Promise<void> {
  await tx.projectMember.create({ data: { projectId, personId, joinedAt: now }, select: { personId: true } })
}

/** Ends these delegations; what was given from them counts no more by itself. */
async function endDelegations(tx: Tx, where: object, byId: string, now: Date): Promise<void> {
  await tx.delegation.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now, revokedById: byId } })
}

export const endDelegation = (tx: Tx, id: string, byId: string, now: Date): Promise<void> =>
  endDelegations(tx, { id }, byId, now)

/** A new PI begins without the old one's chains: they would live again, were the role to come back. */
export const endAllDelegations = (tx: Tx, projectId: string, byId: string, now: Date): Promise<void> =>
  endDelegations(tx, { projectId }, byId, now)

/** Takes somebody out, with what they held: it does not come back with them. */
export async function deleteMember(
  tx: Tx,
  projectId: string,
  personId: string,
  { byId, now }: { byId: string; now: Date },
): Promise<void> {
  await tx.projectMember.delete({ where: { projectId_personId: { projectId, personId } }, select: { personId: true } })
  await endDelegations(tx, { projectId, holderId: personId }, byId, now)
}
