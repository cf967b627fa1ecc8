import type { Tx } from '@/lib/platform/db'

/** Keeps that a handler took somebody out. */
export async function exclude(tx: Tx, requestId: string, personId: string, byId: string, at: Date): Promise<void> {
  await tx.accessExclusion.upsert({
    where: { requestId_personId: { requestId, personId } },
    create: { requestId, personId, byId, at },
    update: { byId, at },
    select: { at: true },
  })
}

/** Whether a handler took somebody out, and the hub has not let them in since. */
export const isExcluded = async (tx: Tx, requestId: string, personId: string): Promise<boolean> =>
  (await tx.accessExclusion.count({ where: { requestId, personId } })) > 0

/** Makes somebody a member; what kept them out ends by that. */
export async function insertMember(tx: Tx, requestId: string, personId: string, joinedAt: Date): Promise<void> {
  await tx.accessExclusion.deleteMany({ where: { requestId, personId } })
  await tx.accessMember.create({ data: { requestId, personId, joinedAt }, select: { personId: true } })
}
