import type { Tx } from '@/lib/platform/db'
import { schedule } from '@/lib/platform/jobs'
import { startOf } from '../rules/days'
import { type DeadlineKind, deadlinesOf, remindersAhead } from '../rules/deadlines'
import { type Effective, effectiveOf } from '../rules/status'
import { approvalsOf } from './records'

/** What an original is worth now with its amendments; null where the project has none of this id. */
export async function effectiveIn(tx: Tx, projectId: string, id: string, now: Date): Promise<Effective | null> {
  const all = (await approvalsOf(tx, [projectId])).get(projectId) ?? []
  const original = all.find((one) => one.id === id && one.amendsId === null)
  return original ? effectiveOf(original, all, now) : null
}

/** Makes the reminders of an original's deadlines rows that come due; those of before move with it. */
export async function scheduleDeadlines(tx: Tx, projectId: string, id: string, now: Date): Promise<void> {
  const effective = await effectiveIn(tx, projectId, id, now)
  if (!effective) return
  for (const { kind, days, at } of remindersAhead(deadlinesOf(effective, now), now)) {
    const payload = { approval: id, deadline: kind, days }
    await schedule(tx, { task: 'due:ethics-deadline', payload, at, key: `ethics-deadline:${id}:${kind}:${days}` })
  }
}

type Told = { approvalId: string; deadline: DeadlineKind; lastDay: string }

/** The days of the reminders that were told of this deadline with this last day. */
export async function toldReminders(tx: Tx, { lastDay, ...told }: Told): Promise<number[]> {
  const where = { ...told, lastDay: startOf(lastDay) }
  return (await tx.ethicsReminder.findMany({ where, select: { days: true } })).map(({ days }) => days)
}

export async function noteReminder(tx: Tx, { lastDay, ...told }: Told, days: number, toldAt: Date): Promise<void> {
  const data = { ...told, lastDay: startOf(lastDay), days, toldAt }
  await tx.ethicsReminder.create({ data, select: { days: true } })
}
