import { type DatasetRecord, type RecordField, recordFields } from '../schema/record'

function numbersOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}

/** Order of version numbers, for `sort`: by number, a missing third one is 0, so 1.0 equals 1.0.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** Whether a version may follow those published: it is greater than each of them. */
export function mayFollow(version: string, published: readonly string[]): boolean {
  return published.every((other) => compareVersions(version, other) > 0)
}

/** The versions that may come next, from a correction over an addition to a change that breaks older use. */
export function nextVersions(version: string): { patch: string; minor: string; major: string } {
  const [major, minor, patch] = numbersOf(version)
  return { patch: `${major}.${minor}.${patch + 1}`, minor: `${major}.${minor + 1}.0`, major: `${major + 1}.0.0` }
}

const person = ({ name, orcid }: { name: string; orcid: string | null }) =>
  orcid === null ? name : `${name} (${orcid})`

/** A field's values as plain texts, one for each member of a list; none when nothing is stated. */
export function fieldTexts(record: DatasetRecord, field: RecordField): string[] {
  switch (field) {
    case 'organs':
      return record.organs.map(
        ({ name, sctid, uberon }) => `${name} (${[sctid, uberon].filter((code) => code !== null).join(', ')})`,
      )
    case 'authors':
      return record.authors.map(person)
    case 'copyrightHolders':
      return record.copyrightHolders.map((holder) =>
        [person(holder), holder.type, holder.url].filter((part) => part !== null).join(', '),
      )
    case 'citations':
      return record.citations.map(({ doi, text }) => (doi === null ? text : `${text} [${doi}]`))
    default: {
      const value = record[field]
      return Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)]
    }
  }
}

const listFields: readonly RecordField[] = [
  'keywords',
  'modalities',
  'organs',
  'authors',
  'copyrightHolders',
  'licences',
  'citations',
  'scanners',
  'notes',
  'duoSuggested',
]

/** How one field differs. Field names for people are `catalogue.field.<field>` in messages. */
export interface Difference {
  field: RecordField
  /** Null for a list, or when nothing is stated. */
  before: string | null
  after: string | null
  /** For lists: members that came and went; both empty when only the order changed. */
  added: string[]
  removed: string[]
}

/** What changed from one record to another, field by field, in the order in which people read them. */
export function differences(before: DatasetRecord, after: DatasetRecord): Difference[] {
  return recordFields.flatMap((field): Difference[] => {
    const [old, now] = [fieldTexts(before, field), fieldTexts(after, field)]
    if (old.length === now.length && old.every((text, i) => text === now[i])) return []
    if (!listFields.includes(field))
      return [{ field, before: old[0] ?? null, after: now[0] ?? null, added: [], removed: [] }]
    const added = now.filter((text) => !old.includes(text))
    const removed = old.filter((text) => !now.includes(text))
    return [{ field, before: null, after: null, added, removed }]
  })
}
