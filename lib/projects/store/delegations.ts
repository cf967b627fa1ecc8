import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Grant } from '../rules/authority'

type NewDelegation = Omit<Grant, 'revokedAt'> & { projectId: string; createdAt: Date }

export async function insertDelegation(tx: Tx, { authorities, ...delegation }: NewDelegation): Promise<void> {
  await tx.delegation.create({ data: { ...delegation, authorities: [...authorities] }, select: { id: true } })
}
