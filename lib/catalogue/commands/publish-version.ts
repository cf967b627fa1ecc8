import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { judgePublish, publishedOn } from '../rules/publishing'
import { differences } from '../rules/versions'
import type { DatasetRecord } from '../schema/record'
import { PublishVersion } from '../schema/stewardship'
import { insertVersion, type LockedDataset } from '../store/datasets'
import { refreshSearchEntry } from '../store/search'
import { onDataset, wholeRecord } from './on-dataset'

/** The draft as it will stand in the register: its number, and today where it does not say which day. */
function recordToPublish({ now }: Context, { draft, current }: LockedDataset, version: string): DatasetRecord | null {
  if (draft === null) return null
  // The day of the last change belongs to the version before, unless the steward stated another one.
  const inherited = current !== null && draft.dateModified === current.record.dateModified
  const stated = inherited ? { ...draft, dateModified: null } : draft
  return publishedOn({ ...stated, version }, now.toISOString().slice(0, 10))
}

/** Whether nothing differs but what every new version differs in. */
const saysNothingNew = (before: DatasetRecord, after: DatasetRecord): boolean =>
  differences(before, after).every(({ field }) => field === 'version' || field === 'dateModified')

function decidePublish(
  ctx: Context,
  dataset: LockedDataset,
  { version, changeNote, expectedRevision }: PublishVersion,
) {
  const { id, slug, current, revision } = dataset
  const wanted = recordToPublish(ctx, dataset, version)
  const refused = judgePublish({ ...dataset, draft: wanted }, expectedRevision)
  if (refused !== null || wanted === null) return refused ?? refuse('catalogue.no-draft')
  if (current && saysNothingNew(current.record, dataset.working))
    return refuse('catalogue.nothing-new', { version: current.number })
  const record = wholeRecord(wanted)
  if (isRefusal(record)) return record
  if (current !== null && changeNote === '') {
    return refuse('platform.invalid', { fields: { changeNote: ['catalogue.invalid.required'] } })
  }
  const [versionId, previous] = [newId(), current?.number ?? null]
  const event = happened.versionPublished(id, { slug, versionId, version, previous, revision: revision + 1 })
  return { ...event, dataset, publication: { id: versionId, record, changeNote } }
}

/**
 * Publishes the working copy as the next version, the first one included. Its number must be greater than every earlier
 * one, and earlier versions stay citable. Refuses as `judgePublish` does, and what differs from the last in nothing.
 */
export const publishVersion = command({
  name: 'catalogue.publish-version',
  input: PublishVersion,
  load: onDataset.load,
  authorize: onDataset.authorize,
  decide: (ctx, { dataset }, input) => (dataset === null ? notFound() : decidePublish(ctx, dataset, input)),
  apply: async (tx, { dataset, publication }, _, ctx) => {
    const revision = await insertVersion(tx, ctx, dataset, publication)
    await refreshSearchEntry(tx, dataset.id)
    return { slug: dataset.slug, version: publication.record.version, revision }
  },
  advances: ['catalogue'],
})
