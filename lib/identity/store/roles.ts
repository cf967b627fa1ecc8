import 'server-only'
import { type Actor, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'

/**
 * Waits for every other change of roles and accounts. One lock for all: two administrators who take the role from each other at
 * the same moment are judged one after the other.
 */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('identity:administrators', 0))::text`
}

/** The ids of the hub administrators whose account is open. */
export async function activeAdministrators(tx: Tx): Promise<string[]> {
  const where = { role: 'hub-administrator', person: { deactivatedAt: null } }
  return (await tx.roleAssignment.findMany({ where, select: { personId: true } })).map(({ personId }) => personId)
}

type Change = { id: string; personId: string; action: string; reason: string }
const byOf = (actor: Actor): string | null => (isPerson(actor) ? actor.id : null)

export async function saveRoleChange(tx: Tx, change: Change & { role: string }, actor: Actor, at: Date): Promise<void> {
  await tx.roleChange.create({ data: { ...change, byId: byOf(actor), at }, select: { id: true } })
}

export async function saveAccountChange(tx: Tx, change: Change, actor: Actor, at: Date): Promise<void> {
  await tx.accountChange.create({ data: { ...change, byId: byOf(actor), at }, select: { id: true } })
}
