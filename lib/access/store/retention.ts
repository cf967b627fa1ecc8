import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { countedFrom, type UsedPeriod } from '../rules/grants'
import type { RetentionOutcome } from '../rules/retention'

/** From when the ten years of the data of a grant `g` are counted: `countedFrom` of the rules in SQL, as an index has it. */
export const countedSql = Prisma.sql`GREATEST(g.last_used_at, LEAST(g.ends_at, g.ended_at))`

/** What was noted of a grant's data, and which reminders were told, since what they are counted from; both oldest first. */
export async function retentionOf(tx: Tx, grant: UsedPeriod & { readonly id: string }) {
  const where = { grantId: grant.id, countedFrom: countedFrom(grant) }
  const noted = await tx.accessRetention.findMany({
    where,
    select: { outcome: true, reason: true, at: true },
    orderBy: { at: 'asc' },
  })
  const told = await tx.accessRetentionReminder.findMany({ where, select: { days: true }, orderBy: { days: 'desc' } })
  return { noted, told: told.map(({ days }) => days) }
}

type Settled = { outcome: RetentionOutcome; reason: string; byId: string }

export async function insertRetention(
  tx: Tx,
  grant: UsedPeriod & { id: string },
  settled: Settled,
  at: Date,
): Promise<void> {
  const row = { grantId: grant.id, countedFrom: countedFrom(grant), ...settled, at }
  await tx.accessRetention.create({ data: row, select: { at: true } })
}

export async function insertRetentionReminder(
  tx: Tx,
  grant: UsedPeriod & { id: string },
  days: number,
  toldAt: Date,
): Promise<void> {
  const data = { grantId: grant.id, countedFrom: countedFrom(grant), days, toldAt }
  await tx.accessRetentionReminder.create({ data, select: { days: true } })
}
