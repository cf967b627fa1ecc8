import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { DocumentState } from '../rules/documents'
import type { SignedKind } from '../rules/in-force'
import type { ReminderDay } from '../rules/reminders'
import type { Validity } from '../rules/validity'

const columns = {
  id: true,
  kind: true,
  projectId: true,
  institutionName: true,
  fileId: true,
  countersignedFileId: true,
  state: true,
  submittedById: true,
  validFrom: true,
  validUntil: true,
  revision: true,
  text: { select: { version: true } },
} as const

type Row = Awaited<ReturnType<typeof readDocument>>

const readDocument = (tx: Tx, id: string) => tx.signedDocument.findUnique({ where: { id }, select: columns })

const documentOf = ({ text, kind, state, ...row }: NonNullable<Row>) => ({
  ...row,
  kind: kind as SignedKind,
  state: state as DocumentState,
  version: text.version,
})

export type Document = ReturnType<typeof documentOf>

/** A document of this project, its row locked; null where the project has none of this id. Lock the project first. */
export async function lockDocument(tx: Tx, projectId: string, id: string): Promise<Document | null> {
  await tx.$queryRaw`SELECT 1 FROM signed_document WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return documentIn(tx, projectId, id)
}

/** A document of this project, without a lock. */
export async function documentIn(tx: Tx, projectId: string, id: string): Promise<Document | null> {
  const row = await readDocument(tx, id)
  return row?.projectId === projectId ? documentOf(row) : null
}

/** Whether a document of this kind waits for the project, so that no other is taken. */
export const isWaiting = async (tx: Tx, projectId: string, kind: SignedKind): Promise<boolean> =>
  (await tx.signedDocument.count({ where: { projectId, kind, state: 'submitted' } })) > 0

type Submission = {
  id: string
  textId: string
  kind: SignedKind
  projectId: string
  institutionName: string
  fileId: string
  submittedById: string
}

export async function insertDocument(tx: Tx, ctx: Context, document: Submission): Promise<void> {
  const data = { ...document, state: 'submitted', submittedAt: ctx.now }
  await tx.signedDocument.create({ data, select: { id: true } })
}

export type Countersigned = Validity & {
  countersignedById: string
  countersignedAt: Date
  countersignedFileId: string | null
}

type Change =
  | ({ state: 'countersigned' } & Countersigned)
  | { state: 'returned'; reason: string }
  | { state: 'withdrawn' }
  | { state: 'terminated'; reason: string; terminatedAt: Date }

export async function changeDocument(tx: Tx, id: string, change: Change): Promise<void> {
  const data = { ...change, revision: { increment: 1 } }
  await tx.signedDocument.update({ where: { id }, data, select: { id: true } })
}

/** Until when the project's other documents of this kind carry on after this one without a gap; null: none does. */
export async function carriedUntil(tx: Tx, document: Document, institutionName: string): Promise<Date | null> {
  const { id, projectId, kind, validUntil } = document
  const where = { projectId, kind, institutionName, state: 'countersigned', id: { not: id } }
  const others = { ...where, ...(validUntil && { validFrom: { lte: validUntil } }) }
  const { _max } = await tx.signedDocument.aggregate({ where: others, _max: { validUntil: true } })
  return _max.validUntil
}

/** The days of the reminders that were told of this document. */
export const toldReminders = async (tx: Tx, documentId: string): Promise<number[]> =>
  (await tx.agreementReminder.findMany({ where: { documentId }, select: { days: true } })).map(({ days }) => days)

export async function noteReminder(tx: Tx, documentId: string, days: ReminderDay, toldAt: Date): Promise<void> {
  await tx.agreementReminder.create({ data: { documentId, days, toldAt }, select: { days: true } })
}
