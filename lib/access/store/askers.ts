import type { Tx } from '@/lib/platform/db'
import { askersFacts } from '../rules/withheld'
import type { Seen } from './requests'

/** Everybody who asks for the data, or ever did: members, the project's people, and who did what only those who ask can do. */
export async function askersOf(tx: Tx, { request, projectIds }: Seen): Promise<ReadonlySet<string>> {
  const acted = await tx.event.findMany({
    where: { stream: `request:${request.id}`, actorKind: 'person', type: { in: [...askersFacts] } },
    distinct: ['actorId'],
    select: { actorId: true },
  })
  const members = request.members.map(({ personId }) => personId)
  return new Set([...projectIds, ...members, ...acted.flatMap(({ actorId }) => actorId ?? [])])
}
