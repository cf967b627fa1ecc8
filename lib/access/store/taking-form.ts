import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Refusal } from '@/lib/platform/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { happened } from '../events/requests'
import { formOfAdding, refuseForms } from '../rules/asked-forms'
import { answerFields, changesOf, type Edit } from '../rules/edits'
import { carriedTo } from '../rules/forms-carried'
import { chosenIn } from '../rules/forms-visibility'
import type { Answers } from '../schema/forms-answers'
import { filesOf } from './answers'
import { askedWith, formMadeWith, groupsOf } from './asked-forms'
import type { AskedDataset } from './datasets'
import type { FormVersion } from './forms'
import type { RequestRow } from './requests'

/** A draft that is to be made with another version: what changes of it, which answers stay behind, and the fact. */
export type Taking = Awaited<ReturnType<typeof takingOf>>

/** Answers go along by the key of the field; those that the version does not ask are kept as changes of the draft. */
export async function takingOf(tx: Tx, request: RequestRow, version: FormVersion) {
  const before = request.answers as Answers
  const { answers, purposes } = carriedTo(version.content, before, await filesOf(tx, request.id))
  const gone = Object.keys(before).filter((key) => !(key in answers))
  const after = { ...answers, ...Object.fromEntries(gone.map((key) => [key, null])) }
  const edits = changesOf(answerFields(before), answerFields(after))
  const editId = newId()
  const { form, number } = version
  return {
    change: { formVersionId: version.id, answers: answers as Prisma.InputJsonObject, purposes: purposes ?? [] },
    fact: happened.formTaken(request, { form, version: number, edit: edits.length > 0 ? editId : '' }),
    edits,
    editId,
  }
}

type Kept = { readonly edits: readonly Edit[]; readonly editId: string }

/** Files that an answer named which stayed behind are of its field from now on: whoever could not see that field sees them no more than before. */
async function keepFilesOf(tx: Tx, requestId: string, { field, before, after }: Edit): Promise<void> {
  const named = after === null ? chosenIn(before as Answers[string]) : []
  const ids = named.filter((one) => z.uuid().safeParse(one).success)
  if (ids.length === 0) return
  const data = { fieldKey: field.slice('answers.'.length) }
  await tx.accessAttachment.updateMany({ where: { requestId, id: { in: ids } }, data })
}

/** Keeps what stayed behind, as what this person changed. */
export async function keepLeftBehind(
  tx: Tx,
  { edits, editId }: Kept,
  { id: requestId, revision }: RequestRow,
  personId: string,
  at: Date,
): Promise<void> {
  if (edits.length === 0) return
  const changes = edits as unknown as Prisma.InputJsonArray
  const row = { id: editId, requestId, personId, revision: revision + 1, changes, at }
  await tx.accessEdit.create({ data: row, select: { id: true } })
  for (const edit of edits) await keepFilesOf(tx, requestId, edit)
}

const idsOf = (datasets: readonly AskedDataset[]): string[] => datasets.map(({ id }) => id)

/**
 * Why a request cannot have these datasets besides those that stay; or the form that it takes up by them; null: it keeps its own.
 */
export async function formsOfAdding(
  tx: Tx,
  request: RequestRow,
  staying: readonly AskedDataset[],
  coming: readonly AskedDataset[],
): Promise<Refusal | Taking | null> {
  if (coming.length === 0) return null
  const [kept, added] = [await askedWith(tx, idsOf(staying)), await askedWith(tx, idsOf(coming))]
  const own = await formMadeWith(tx, request.formVersionId)
  const outcome = formOfAdding({ own, isDraft: request.state === 'draft', kept, added })
  if (outcome === 'kept') return null
  if (outcome === 'apart') return refuseForms(await groupsOf(tx, [...kept, ...added]))
  if (outcome === 'other')
    return refuseForms(await groupsOf(tx, [{ slug: request.reference, form: own ?? '' }, ...added]))
  const [asked] = await groupsOf(tx, added)
  return asked?.version ? takingOf(tx, request, asked.version) : null
}
