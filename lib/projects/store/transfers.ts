import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { TransferState } from '../rules/transfers'

const select = {
  id: true,
  fromId: true,
  toId: true,
  institution: true,
  institutionName: true,
  state: true,
} as const

export type Transfer = {
  id: string
  fromId: string
  toId: string
  institution: string | null
  institutionName: string
  state: TransferState
}

/** Whether the account of who is to lead is open. */
export const isOpenAccount = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.person.count({ where: { id: personId, deactivatedAt: null } })) > 0

/** Who has an open account at this address; null when nobody has. */
export async function openAccountAt(tx: Tx, email: string): Promise<string | null> {
  const person = await tx.person.findFirst({ where: { email, deactivatedAt: null }, select: { id: true } })
  return person?.id ?? null
}

const transferOf = (row: Omit<Transfer, 'state'> & { state: string }): Transfer => ({
  ...row,
  state: row.state as TransferState,
})

/** The transfer of this project that is under way, if any; the project's row is locked. */
export async function openTransfer(tx: Tx, projectId: string): Promise<Transfer | null> {
  const where = { projectId, state: { in: ['proposed', 'accepted'] } }
  const row = await tx.piTransfer.findFirst({ where, select })
  return row && transferOf(row)
}

/** A transfer of this project in whatever state; the project's row is locked. */
export async function transferIn(tx: Tx, projectId: string, id: string): Promise<Transfer | null> {
  const row = await tx.piTransfer.findFirst({ where: { id, projectId }, select })
  return row && transferOf(row)
}

export async function insertTransfer(
  tx: Tx,
  transfer: Omit<Transfer, 'state'> & { projectId: string; createdAt: Date },
): Promise<void> {
  await tx.piTransfer.create({ data: { ...transfer, state: 'proposed' }, select: { id: true } })
}

type Change = { state: TransferState; acceptedAt?: Date; closedAt?: Date; reason?: string; decidedById?: string }

export async function closeTransfer(tx: Tx, id: string, change: Change): Promise<void> {
  await tx.piTransfer.update({ where: { id }, data: change, select: { id: true } })
}

/** Hands the PI role over: the new PI stands among the members no longer, the old one does. */
export async function handOver(tx: Tx, projectId: string, { fromId, toId }: Transfer, now: Date): Promise<void> {
  await tx.projectMember.deleteMany({ where: { projectId, personId: { in: [fromId, toId] } } })
  await tx.projectMember.create({ data: { projectId, personId: fromId, joinedAt: now }, select: { personId: true } })
}

/** Who leads stands among the members no longer; the old PI, whose account is closed, does not come to stand there. */
export async function takeOver(tx: Tx, projectId: string, piId: string): Promise<void> {
  await tx.projectMember.deleteMany({ where: { projectId, personId: piId } })
}
