import 'server-only'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mergeDraft } from '../rules/draft-merge'
import { isPermitted } from '../rules/publishing'
import { differences } from '../rules/versions'
import { SaveDraft } from '../schema/stewardship'
import { copyAt, savedSince, writeDataset } from '../store/datasets'
import { onDataset, wholeRecord } from './on-dataset'

/** With what the form was drawn from, and who has saved since. */
async function loadForSaving(tx: Tx, input: SaveDraft) {
  const { dataset } = await onDataset.load(tx, input)
  if (dataset === null) return { found: null }
  const before = await copyAt(tx, dataset.id, input.expectedRevision)
  return { found: { dataset, before, since: await savedSince(tx, dataset.id, input.expectedRevision) } }
}

type Found = NonNullable<Awaited<ReturnType<typeof loadForSaving>>['found']>

function judgeMerge({ dataset, before, since }: Found, input: SaveDraft) {
  const { revision, state, slug } = dataset
  if (!isPermitted(state, 'edit')) return refuse('catalogue.not-in-this-state', { state, verb: 'edit' })
  if (before === null) return refuse('catalogue.moved-on', { expected: input.expectedRevision, revision })
  // What was settled over an older state is not settled.
  const settled = input.resolved?.revision === revision ? input.resolved.mine : []
  const {
    record: merged,
    collisions,
    passed,
    changed: fields,
  } = mergeDraft(before, dataset.working, input.changes, settled)
  const savedBy = since.map(({ by, at }) => ({ by, at: at.toISOString() }))
  if (collisions.length > 0) return refuse('catalogue.collides', { revision, collisions, passed, savedBy })
  const record = wholeRecord(merged)
  if (isRefusal(record)) return record
  const facts = fields.length === 0 ? [] : [happened.draftSaved(dataset.id, { slug, revision: revision + 1, fields })]
  return Object.assign(facts, { record, passed, dataset })
}

/**
 * Saves some fields of the working copy. What others saved since the form was drawn stays; where both changed a field to
 * different values the whole save is refused with each field's three sides (`catalogue.collides`).
 */
export const saveDraft = command({
  name: 'catalogue.save-draft',
  input: SaveDraft,
  load: loadForSaving,
  authorize: onDataset.authorize,
  decide: (_, { found }, input) => (found === null ? notFound() : judgeMerge(found, input)),
  apply: async (tx, decided, _, ctx) => {
    const { record, passed, dataset } = decided
    if (decided.length === 0) return { slug: dataset.slug, revision: dataset.revision, changed: [], passed }
    // A draft that says what is published already is none.
    const draft = dataset.current && differences(dataset.current.record, record).length === 0 ? null : record
    const revision = await writeDataset(tx, ctx, dataset, { draft, working: record })
    return { slug: dataset.slug, revision, changed: decided.flatMap(({ data }) => [...data.fields]), passed }
  },
})
