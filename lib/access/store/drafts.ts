import type { Tx } from '@/lib/platform/db'
import type { AskedDataset } from './datasets'
import { beginTurn } from './turns'

/** The next number of a request, with the year in which it is begun: 2026-0041. */
export async function nextReference(tx: Tx, now: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('access_request_number') AS n`
  return `${now.getUTCFullYear()}-${String(row?.n ?? 0).padStart(4, '0')}`
}

export type NewRequest = {
  id: string
  reference: string
  projectId: string
  applicantId: string
  title: string
  formVersionId: string | null
  answers?: object
  purposes?: string[]
  ethicsApprovalId?: string | null
  optedOut?: boolean
  wantedUntil?: Date | null
  copiedFromId?: string | null
  handedOverFromId?: string | null
}

/** A draft, its first member and its datasets. */
export async function insertRequest(
  tx: Tx,
  request: NewRequest,
  datasets: readonly AskedDataset[],
  now: Date,
): Promise<void> {
  const began = { state: 'draft', stateAt: now, turn: 'applicant', turnSince: now, createdAt: now }
  const data = { answers: {}, purposes: [], ...request, ...began }
  await tx.accessRequest.create({ data, select: { id: true } })
  await tx.accessMember.create({
    data: { requestId: request.id, personId: request.applicantId, joinedAt: now },
    select: { personId: true },
  })
  await insertItems(tx, request.id, datasets, now)
  await beginTurn(tx, request.id, 'applicant', now)
}

export async function insertItems(
  tx: Tx,
  requestId: string,
  datasets: readonly AskedDataset[],
  addedAt: Date,
): Promise<void> {
  const rows = datasets.map(({ id: datasetId, workflowId }) => ({ requestId, datasetId, workflowId, addedAt }))
  await tx.accessItem.createMany({ data: rows.map((row) => ({ ...row, state: 'requested' })) })
}

/** How many drafts this person leads. */
export const countDrafts = (tx: Tx, applicantId: string): Promise<number> =>
  tx.accessRequest.count({ where: { applicantId, state: 'draft' } })
