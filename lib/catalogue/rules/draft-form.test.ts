import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DatasetRecord, recordFields } from '../schema/record'
import { kindOf, linesOf, readField, sections, writeField } from './draft-form'

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }).map((text) => text.trim() || 'x')
const tricky = fc.constantFrom('a|b', 'a\\b', 'a\nb', 'a \\| b', '| a', 'a |', 'räksmörgås', '\\n')
const phrase = fc.oneof(word, tricky)
const orcid = fc.constantFrom('0000-0002-1825-0097', null)

const parts = fc.record({
  title: phrase,
  keywords: fc.uniqueArray(phrase, { maxLength: 4 }),
  modalities: fc.uniqueArray(fc.constantFrom('CT' as const, 'MR' as const, 'SM' as const)),
  organs: fc.array(fc.record({ name: phrase, sctid: word, uberon: fc.option(word) }), { maxLength: 3 }),
  authors: fc.array(fc.record({ name: phrase, orcid }), { maxLength: 3 }),
  copyrightHolders: fc.array(
    fc.record({
      name: phrase,
      type: fc.constantFrom('Organization' as const, 'Person' as const),
      url: fc.option(word),
      orcid,
    }),
    { maxLength: 3 },
  ),
  citations: fc.array(fc.record({ text: phrase, doi: fc.option(word) }), { maxLength: 3 }),
  licences: fc.uniqueArray(fc.constantFrom('controlled-access' as const, 'aida-by' as const)),
  bytes: fc.option(fc.nat()),
  stain: fc.option(phrase),
})

const names = [
  'title',
  'keywords',
  'modalities',
  'organs',
  'authors',
  'copyrightHolders',
  'citations',
  'licences',
  'bytes',
  'stain',
] as const
const trimmed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? each.trim() : each))

test('what a form shows of a record reads back as that record', () => {
  fc.assert(
    fc.property(parts, (some) => {
      const record = { ...some } as DatasetRecord
      for (const field of names) {
        expect(trimmed(readField(field, writeField(record, field)))).toEqual(trimmed(some[field]))
      }
    }),
  )
})

test('every field but the slug and the version stands in one section', () => {
  const placed = Object.values(sections).flat()
  expect([...placed, 'slug', 'version'].toSorted()).toEqual([...recordFields].toSorted())
})

test.each([
  ['numberOfScans', '32 081', 32081],
  ['numberOfScans', '', null],
  ['numberOfScans', '1.5', '1.5'],
  ['stain', '  ', null],
  ['title', '', ''],
  ['modalities', 'ct\n\nMagnetic Resonance\nsonar', ['CT', 'MR', 'sonar']],
  ['authors', 'Josiah Carberry | 0000-0002-1825-0097 | more', [null]],
  ['organs', 'Lung', [{ name: 'Lung', sctid: null, uberon: null }]],
  ['licences', undefined, []],
] as const)('%s typed as %j is %j', (field, typed, read) => {
  expect(readField(field, typed)).toEqual(read)
})

test('a line is counted as the form counts it', () => {
  expect(linesOf('a\r\n\r\n b ')).toEqual([
    { line: 1, text: 'a' },
    { line: 3, text: 'b' },
  ])
  expect(kindOf('title')).toBe('line')
})

test('a line with a part too many is refused by the schema, not cut', () => {
  const read = readField('authors', 'A | 0000-0002-1825-0097 | B')
  expect(DatasetRecord.shape.authors.safeParse(read).success).toBe(false)
})
