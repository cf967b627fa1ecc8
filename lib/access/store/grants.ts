import type { Tx } from '@/lib/platform/db'
import { schedule } from '@/lib/platform/jobs'
import { type EndKind, remindersAhead } from '../rules/grants'

/** The grants of a request, the oldest first. */
export const grantsOf = (tx: Tx, requestId: string) =>
  tx.accessGrant.findMany({
    where: { requestId },
    select: {
      id: true,
      requestId: true,
      datasetId: true,
      startsAt: true,
      endsAt: true,
      endedAt: true,
      endKind: true,
      endReason: true,
      lastUsedAt: true,
      createdAt: true,
      bars: {
        where: { liftedAt: null },
        select: { id: true, actId: true, kind: true, personId: true, reason: true, at: true },
      },
    },
    orderBy: { id: 'asc' },
  })

export type GrantRow = Awaited<ReturnType<typeof grantsOf>>[number]

/** Makes the reminders of a grant's end due. */
async function remindOf(tx: Tx, grantId: string, endsAt: Date, now: Date): Promise<void> {
  for (const { days, at } of remindersAhead(endsAt, now)) {
    const key = `access-grant-end:${grantId}:${days}`
    await schedule(tx, { task: 'due:access-grant-end', payload: { grant: grantId, days }, at, key })
  }
}

export type NewGrant = { id: string; requestId: string; datasetId: string; startsAt: Date; endsAt: Date }

export async function insertGrant(tx: Tx, grant: NewGrant, now: Date): Promise<void> {
  await tx.accessGrant.create({ data: { ...grant, createdAt: now }, select: { id: true } })
  await remindOf(tx, grant.id, grant.endsAt, now)
}

export async function extendGrant(tx: Tx, grantId: string, endsAt: Date, now: Date): Promise<void> {
  await tx.accessGrant.update({ where: { id: grantId }, data: { endsAt }, select: { id: true } })
  await remindOf(tx, grantId, endsAt, now)
}

type End = { kind: EndKind; reason: string; byId: string | null }

/** Ends grants before their time; those that were ended already stay as they are. */
export async function endGrants(tx: Tx, ids: readonly string[], end: End, now: Date): Promise<void> {
  await tx.accessGrant.updateMany({
    where: { id: { in: [...ids] }, endedAt: null },
    data: { endedAt: now, endKind: end.kind, endReason: end.reason, endedById: end.byId },
  })
}

export type NewBar = {
  id: string
  actId: string
  grantId: string
  personId: string | null
  kind: 'suspended' | 'revoked'
  reason: string
  byId: string
}

export async function insertBars(tx: Tx, bars: readonly NewBar[], at: Date): Promise<void> {
  await tx.accessBar.createMany({ data: bars.map((bar) => ({ ...bar, at })) })
}

/** Ends what stands against a grant's use and can be lifted. */
export async function liftBars(tx: Tx, ids: readonly string[], liftedBy: string, liftedAt: Date): Promise<void> {
  await tx.accessBar.updateMany({ where: { id: { in: [...ids] } }, data: { liftedAt, liftedBy } })
}

/** Which reminders of this end were told. */
export const toldOf = async (tx: Tx, grantId: string, endsAt: Date): Promise<number[]> =>
  (await tx.accessReminder.findMany({ where: { grantId, endsAt }, select: { days: true } })).map(({ days }) => days)

/** That data of a grant were used: what ten years are counted from. An earlier moment never takes the place of a later one. */
export async function noteGrantUse(tx: Tx, id: string, now: Date): Promise<void> {
  const where = { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: now } }] }
  await tx.accessGrant.updateMany({ where, data: { lastUsedAt: now } })
}
