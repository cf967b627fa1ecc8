import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DatasetRecord } from '../schema/record'
import { mergeDraft } from './draft-merge'

const base: DatasetRecord = {
  slug: 'ctpa',
  title: 'A',
  shortName: 'CTPA',
  subject: 'Radiology',
  abstract: 'B',
  keywords: ['Radiology'],
  modalities: ['CT'],
  organs: [],
  numberOfScans: 1,
  numberOfAnnotations: null,
  bytes: null,
  status: 'Completed',
  version: '1.0.0',
  dateCreated: null,
  datePublished: null,
  dateModified: null,
  year: 2020,
  authors: [],
  publisher: 'AIDA',
  copyrightYear: null,
  copyrightHolders: [],
  licences: ['controlled-access'],
  citations: [],
  ageSpan: null,
  resolution: null,
  scanners: [],
  stain: null,
  phase: null,
  landingPage: null,
  contactEmail: null,
  notes: [],
  duoSuggested: [],
}

const word = fc.constantFrom('A', 'B', 'C', 'D')
const edits = fc.record(
  {
    title: word,
    abstract: word,
    keywords: fc.uniqueArray(word, { maxLength: 3 }),
    numberOfScans: fc.option(fc.nat(3)),
    stain: fc.option(word),
  },
  { requiredKeys: [] },
)
const fields = ['title', 'abstract', 'keywords', 'numberOfScans', 'stain'] as const
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

test('each field is theirs, mine or unchanged; it collides exactly where both changed it to different values', () => {
  fc.assert(
    fc.property(edits, edits, (theirEdits, mine) => {
      const now: DatasetRecord = { ...base, ...theirEdits }
      const merge = mergeDraft(base, now, mine)
      for (const field of fields) {
        const iChanged = field in mine && !same(mine[field], base[field])
        const theyChanged = !same(now[field], base[field])
        const collides = iChanged && theyChanged && !same(mine[field], now[field])
        expect(merge.collisions.some((each) => each.field === field)).toBe(collides)
        expect(merge.passed.some((each) => each.field === field)).toBe(theyChanged && !iChanged)
        expect(merge.changed.includes(field)).toBe(iChanged && !same(mine[field], now[field]))
        if (!collides) expect(merge.record[field]).toEqual(iChanged ? mine[field] : now[field])
      }
    }),
  )
})

test('without collisions the order of two saves does not matter', () => {
  fc.assert(
    fc.property(edits, edits, (a, b) => {
      const first = mergeDraft(base, mergeDraft(base, base, a).record, b)
      const second = mergeDraft(base, mergeDraft(base, base, b).record, a)
      expect(first.collisions.length).toBe(second.collisions.length)
      if (first.collisions.length === 0) expect(first.record).toEqual(second.record)
    }),
  )
})

test('a form sent back as it was drawn changes nothing, whatever others did', () => {
  fc.assert(
    fc.property(edits, (theirs) => {
      const now: DatasetRecord = { ...base, ...theirs }
      const { record, collisions, changed } = mergeDraft(base, now, base)
      expect({ record, collisions, changed }).toEqual({ record: now, collisions: [], changed: [] })
    }),
  )
})

test('both sides are shown in words', () => {
  const { collisions } = mergeDraft(base, { ...base, title: 'Theirs' }, { title: 'Mine' })
  expect(collisions).toEqual([{ field: 'title', before: ['A'], theirs: ['Theirs'], mine: ['Mine'] }])
})

test('the record of this test is one that the schema takes', () => {
  expect(DatasetRecord.safeParse(base).success).toBe(true)
})
