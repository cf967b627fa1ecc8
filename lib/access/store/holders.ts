import type { Tx } from '@/lib/platform/db'
import { type Assignment, type Holders, holding, hubRoles } from '../rules/assignments'

const roleOf = new Map(Object.entries(hubRoles).map(([role, hub]) => [hub as string, role as Assignment['role']]))

/** Who of these people handles, reviews or decides by a hub role now, with an open account. */
export async function holdersAmong(tx: Tx, people: readonly string[]): Promise<Holders> {
  const rows = await tx.roleAssignment.findMany({
    where: {
      personId: { in: [...new Set(people)] },
      role: { in: [...roleOf.keys()] },
      person: { deactivatedAt: null },
    },
    select: { personId: true, role: true },
  })
  return new Set(rows.flatMap(({ personId, role }) => holding(roleOf.get(role) as Assignment['role'], personId)))
}
