import type { Tx } from '@/lib/platform/db'
import { carriedTo } from '../rules/forms-carried'
import type { Answers } from '../schema/forms-answers'
import type { AskedForm } from './asked-forms'
import { type AskedDataset, datasetsById } from './datasets'
import { insertRequest } from './drafts'
import { type FormVersion, formVersionById } from './forms'
import type { RequestRow } from './requests'

/** Of the datasets of a request those that can still be asked for. */
export async function stillOpen(tx: Tx, { items }: RequestRow): Promise<AskedDataset[]> {
  const asked = items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  return (await datasetsById(tx, asked)).filter(({ state }) => state === 'published')
}

export type Copy = {
  request: RequestRow
  id: string
  reference: string
  projectId: string
  /** Who leads it. */
  personId: string
  /** The datasets that it asks for. */
  open: readonly AskedDataset[]
  /** The last day that is wished for; a copy names its own. */
  wantedUntil?: Date | null
  /** The form that it is made with. */
  version: FormVersion | null
}

type Links = { copiedFromId: string | null; handedOverFromId: string | null }

/** A draft for this project that says what the other one says, as far as its form asks for it. */
export async function insertCopy(tx: Tx, copy: Copy, links: Links, now: Date): Promise<void> {
  const { request, id, reference, projectId, personId, open, version } = copy
  const { title, optedOut } = request
  const { wantedUntil = null } = copy
  const { answers, purposes } = carriedTo(version?.content ?? null, request.answers as Answers)
  const same = projectId === request.projectId ? { ethicsApprovalId: request.ethicsApprovalId } : {}
  const said = {
    title,
    answers: answers as object,
    purposes: purposes ?? request.purposes,
    optedOut,
    wantedUntil,
    ...same,
    ...links,
  }
  const made = { id, reference, projectId, applicantId: personId, formVersionId: version?.id ?? null, ...said }
  await insertRequest(tx, made, open, now)
}

/** The form of a hand-over: what its datasets ask; where they ask different ones it goes on with the one that it was made with. */
export async function versionHandedOver(tx: Tx, request: RequestRow, forms: readonly AskedForm[]) {
  const [only, ...rest] = forms
  if (rest.length === 0) return only?.version ?? null
  return request.formVersionId === null ? null : formVersionById(tx, request.formVersionId)
}
