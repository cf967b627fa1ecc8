import type { Tx } from '@/lib/platform/db'
import type { Reach } from '../rules/grants'

/** A grant that somebody's act may reach, with the request that it is of. */
export type ReachedGrant = {
  readonly id: string
  readonly request: { readonly id: string; readonly reference: string; readonly state: string }
  readonly workflowId: string
  /** Its workflow keeps from those who ask who of the hub did what. */
  readonly hides: boolean
}

type Aim = { requestId: string; projectId: string; personId: string | null; reach: Reach }

/**
 * The grants that were not ended and that an act reaches: of this request, of every request of a person, of every request of the
 * project; their requests locked in the order of their ids.
 */
export async function reachedGrants(tx: Tx, { requestId, projectId, personId, reach }: Aim): Promise<ReachedGrant[]> {
  const of =
    reach === 'grant'
      ? { requestId }
      : reach === 'project'
        ? { request: { projectId } }
        : { request: { members: { some: { personId: personId ?? '' } } } }
  if (reach === 'person' && personId === null) return []
  const select = {
    id: true,
    request: { select: { id: true, reference: true, state: true } },
    item: { select: { workflowId: true, workflow: { select: { hidesHandlers: true } } } },
  } as const
  const found = await tx.accessGrant.findMany({ where: { ...of, endedAt: null }, select, orderBy: { id: 'asc' } })
  const ids = [...new Set(found.map(({ request }) => request.id))]
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const now = await tx.accessGrant.findMany({
    where: { id: { in: found.map(({ id }) => id) }, endedAt: null },
    select,
    orderBy: { id: 'asc' },
  })
  return now.map(({ item: { workflowId, workflow }, ...grant }) => ({
    ...grant,
    workflowId,
    hides: workflow.hidesHandlers,
  }))
}

/** Where an act of suspending stands still: each bar with the grant that it is on; their requests locked in the order of their ids. */
export async function barsOfAct(tx: Tx, actId: string) {
  const where = { actId, kind: 'suspended', liftedAt: null }
  const requests = await tx.accessBar.findMany({ where, select: { grant: { select: { requestId: true } } } })
  const ids = requests.map(({ grant }) => grant.requestId)
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const select = {
    id: true,
    actId: true,
    grantId: true,
    personId: true,
    grant: {
      select: {
        request: { select: { id: true, reference: true, state: true } },
        item: { select: { workflowId: true, workflow: { select: { hidesHandlers: true } } } },
      },
    },
  } as const
  const rows = await tx.accessBar.findMany({ where, select, orderBy: { id: 'asc' } })
  return rows.map(({ grant: { request, item }, ...bar }) => ({
    ...bar,
    request,
    workflowId: item.workflowId,
    hides: item.workflow.hidesHandlers,
  }))
}

/** Makes a request revoked that has lost its last grant by an act on another, and of which nothing waits. */
export async function revokeEmptied(tx: Tx, ids: readonly string[], reason: string, now: Date): Promise<void> {
  const over = { items: { none: { state: 'requested' } }, grants: { none: { endedAt: null } } }
  const where = { id: { in: [...ids] }, state: { in: ['returned', 'approved'] }, ...over }
  const data = { state: 'revoked', stateAt: now, reason, revision: { increment: 1 } }
  await tx.accessRequest.updateMany({ where, data })
}
