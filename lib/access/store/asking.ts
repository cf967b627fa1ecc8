import type { Tx } from '@/lib/platform/db'

/** Takes back whatever was asked of reviewers and deciders and has not come: the request has left their hands. */
export async function endAsking(tx: Tx, requestId: string, now: Date): Promise<void> {
  await tx.accessTask.updateMany({ where: { requestId, state: 'open' }, data: { state: 'withdrawn', endedAt: now } })
  const open = { requestId, closedAt: null }
  await tx.accessRound.updateMany({ where: open, data: { outcome: 'undecided', closedAt: now } })
  await tx.accessInvitation.updateMany({
    where: { requestId, kind: { not: 'member' }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
}

/** From now on nothing that was decided before counts, of these workflows where they are named: the request may say something else since. */
export async function setRoundsAside(
  tx: Tx,
  requestId: string,
  setAsideAt: Date,
  workflows?: readonly string[],
): Promise<void> {
  const where = { requestId, setAsideAt: null, ...(workflows && { workflowId: { in: [...workflows] } }) }
  await tx.accessRound.updateMany({ where, data: { setAsideAt } })
}

/** The rounds of a request, each with its answers, the newest last. */
export const roundsOf = (tx: Tx, requestId: string) =>
  tx.accessRound.findMany({
    where: { requestId },
    select: {
      id: true,
      workflowId: true,
      datasetIds: true,
      rule: true,
      quorum: true,
      onDeadline: true,
      dueAt: true,
      outcome: true,
      closedAt: true,
      openedAt: true,
      setAsideAt: true,
      tasks: {
        where: { state: { in: ['open', 'answered'] } },
        select: { id: true, personId: true, state: true, answer: true },
      },
    },
    orderBy: { id: 'asc' },
  })

export type RoundRow = Awaited<ReturnType<typeof roundsOf>>[number]

/** The home organisations of people, by their id. */
export async function organisationsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const people = await tx.person.findMany({
    where: { id: { in: [...ids] }, deactivatedAt: null },
    select: { id: true, organisation: true },
  })
  return new Map(people.map(({ id, organisation }) => [id, organisation]))
}
