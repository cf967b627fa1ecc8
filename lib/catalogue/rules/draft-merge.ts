import { type DatasetRecord, type RecordField, recordFields } from '../schema/record'
import { fieldTexts } from './versions'

/** New values of some fields; a field left out stays as it is. */
export type DraftChanges = { readonly [Field in RecordField]?: DatasetRecord[Field] | undefined }

/** A field that two people changed to different values; each side as plain texts, one for each member of a list. */
export interface Collision {
  field: RecordField
  before: string[]
  theirs: string[]
  mine: string[]
}

/** A field that somebody else changed meanwhile and that these changes leave alone. */
export interface Passed {
  field: RecordField
  before: string[]
  theirs: string[]
}

export interface Merge {
  /** What stands now with these changes on top of it; to be saved only where nothing collides. */
  record: DatasetRecord
  collisions: Collision[]
  passed: Passed[]
  /** The fields whose stored value becomes another one. */
  changed: RecordField[]
}

// Records hold plain JSON and zod gives every object the same order of keys, so equal values print alike.
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One field's part of the merge, generic so that a value cannot land in another field. */
function put<Field extends RecordField>(record: DatasetRecord, field: Field, changes: DraftChanges): DatasetRecord {
  const value = changes[field]
  return value === undefined ? record : { ...record, [field]: value }
}

/**
 * Three-way merge of a form that was drawn from `before` into what stands `now`. A value that equals `before` is no
 * change of mine. Nothing of theirs is ever overwritten unseen: where both changed a field to different values it collides,
 * unless it is among those `settled` by somebody who saw both.
 */
export function mergeDraft(
  before: DatasetRecord,
  now: DatasetRecord,
  changes: DraftChanges,
  settled: readonly RecordField[] = [],
): Merge {
  const merge: Merge = { record: now, collisions: [], passed: [], changed: [] }
  for (const field of recordFields) {
    const wanted = changes[field]
    const mine = wanted !== undefined && !same(wanted, before[field])
    const theirs = !same(now[field], before[field])
    const texts = { before: fieldTexts(before, field), theirs: fieldTexts(now, field) }
    if (mine && theirs && !same(wanted, now[field]) && !settled.includes(field)) {
      merge.collisions.push({ field, ...texts, mine: fieldTexts(put(now, field, changes), field) })
    } else if (theirs && !mine) {
      merge.passed.push({ field, ...texts })
    }
    if (mine && !same(wanted, now[field])) {
      merge.record = put(merge.record, field, changes)
      merge.changed.push(field)
    }
  }
  return merge
}
