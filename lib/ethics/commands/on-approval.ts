import 'server-only'
import { knownDatasets, namedDatasets } from '@/lib/catalogue/store/names'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { mayKeepApproval, mayVerify } from '../policy'
import { allows, type VersionVerb } from '../rules/versions'
import { lockApproval, type OnApproval } from '../store/approvals'
import { insertDraft } from '../store/versions'

/** The first steps of every command of the project on one approval. */
export const asKeeper = {
  load: (tx: Tx, { approval }: { approval: string }, ctx: Context) => lockApproval(tx, approval, ctx),
  authorize: ({ actor }: Context, { standing }: OnApproval) => mayKeepApproval(actor, standing),
}

/** As whom an officer acts. */
export const officerMay = ({ actor }: Context, { standing }: OnApproval) => mayVerify(actor, standing)

/** Why this cannot be done with the approval now, or null: it was withdrawn, has changed since, or its state does not let it. */
export function judgeStep({ approval, latest }: OnApproval, verb: VersionVerb, expected: number): Refusal | null {
  if (approval.withdrawnAt !== null) return refuse('ethics.withdrawn')
  if (approval.revision !== expected) return refuse('platform.conflict')
  return allows(latest.state, verb) ? null : refuse('ethics.not-in-this-state', { state: latest.state })
}

/** As `judgeStep`, for the hub: nobody verifies for a project that they take part in. */
export const judgeForOfficer = (on: OnApproval, verb: VersionVerb, expected: number): Refusal | null =>
  on.standing.role === 'outsider' ? judgeStep(on, verb, expected) : refuse('ethics.own-project', { status: 403 })

/** What each fact of an approval says besides. */
export const about = ({ project, latest }: OnApproval, version = latest.ordinal) => ({ slug: project.slug, version })

/** The version that a change is written to: the draft there is, else a new one after what was verified or returned. */
export function draftOf({ latest }: OnApproval): { id: string; ordinal: number; isNew: boolean } {
  const isNew = latest.state !== 'draft'
  return isNew ? { id: newId(), ordinal: latest.ordinal + 1, isNew } : { id: latest.id, ordinal: latest.ordinal, isNew }
}

/** Begins a draft that says what the latest version says, for a change of its documents. */
export async function openDraft(
  tx: Tx,
  ctx: Context,
  { approval, latest }: OnApproval,
  draft: ReturnType<typeof draftOf>,
  by: string,
): Promise<void> {
  if (!draft.isNew) return
  const version = { id: draft.id, approvalId: approval.id, ordinal: draft.ordinal }
  await insertDraft(tx, { ...version, note: '', createdById: by, createdAt: ctx.now }, latest)
}

/** The ids of the datasets of these addresses; those that were named before may be hidden by now. Refuses an address of none. */
export async function datasetIdsOf(
  tx: Tx,
  slugs: readonly string[],
  named: readonly string[],
): Promise<string[] | Refusal> {
  const [known, before] = [await knownDatasets(tx, slugs), await namedDatasets(tx, named)]
  const ids = new Map([...before, ...known].map(({ id, slug }) => [slug, id]))
  const unknown = slugs.filter((slug) => !ids.has(slug))
  if (unknown.length > 0) return refuse('platform.invalid', { fields: { datasets: ['ethics.invalid.dataset'] } })
  return slugs.flatMap((slug) => ids.get(slug) ?? []).toSorted()
}
