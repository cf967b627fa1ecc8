import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { readRow } from '../import/row'
import { closestWord, editDistance } from './closest'
import { searchEntry } from './entry'
import { fold, searchable, spelledWords } from './fold'
import { presentFacets } from './present'
import { readCursor, searchRequest, writeCursor } from './request'
import { emptySearch, parseSearch } from './state'

const record = (slug: string) => {
  const { record } = readRow(register.datasets.find((one) => one.slug === slug))
  if (record === null) throw new Error(`${slug} is refused`)
  return record
}

describe('folding', () => {
  it.each([
    ['Sjöblom', 'sjoblom'],
    [' Lymph  NODES ', 'lymph nodes'],
    ['Æbelø', 'aebelo'],
  ])('%s is looked up as %s', (text, key) => expect(fold(text)).toBe(key))

  it('is idempotent', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text))))

  it('takes words of three letters or more, each once', () =>
    expect(spelledWords('CT of the Knee, knee (AO/OTA)')).toEqual(['the', 'knee', 'ota']))

  it.each([
    ['AO/OTA', 'AO OTA'],
    ['Metastases of diagnoses', 'Metastasis of diagnosis'],
    ['doses and diseases', 'doses and diseases'],
  ])('%s is searched as %s', (text, words) => expect(searchable(text)).toBe(words))
})

describe('an entry', () => {
  const entry = searchEntry('00000000-0000-7000-8000-000000000000', record('ctpa'), new Date('2020-01-01'))

  it('holds the facets as marks, under the numbers of their group', () => {
    expect(entry.sets.kind.marks).toEqual(['modality=CT', 'subject=radiology', 'annotated=yes'])
    expect(entry.sets.organ).toEqual({ marks: ['organ=lung'], labels: ['Lung'] })
    for (const set of Object.values(entry.sets)) expect(entry.marks).toEqual(expect.arrayContaining(set.marks))
  })

  it('weighs the title above keywords, and those above the abstract', () => {
    expect(entry.a).toContain('Pulmonary Angiography')
    expect(entry.b).toContain('Pulmonary embolism')
    expect(entry.c).toContain(record('ctpa').abstract)
  })

  it('lends each term once', () => {
    const keys = entry.terms.map(([kind, key]) => `${kind}=${key}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(
      expect.arrayContaining(['word=embolism', 'in-keyword=pulmonary embolism', 'modality=CT', 'year=2019']),
    )
  })

  it('sorts what is not stated last', () => {
    const { numberOfAnnotations, ...rest } = record('drske')
    expect(numberOfAnnotations).toBeNull()
    expect(searchEntry('x', { ...rest, numberOfAnnotations }, new Date('2020-01-01')).annotations).toBe(-1)
  })
})

const ask = (address: string) => searchRequest(parseSearch(new URLSearchParams(address)), 20)

describe('a request', () => {
  it('demands the words anywhere, and prefers them in the title', () =>
    expect(ask('q=lymph knee*')).toMatchObject({
      words: "'lymph' & 'knee':*",
      titleWords: "'lymph' & 'knee':*",
      positive: true,
    }))

  it.each([
    ['q=modality:ct', { kind: 'modality', how: 'is', values: ['CT'], excluded: false }],
    ['q=-author:Sjöblom', { kind: 'in-author', how: 'has', values: ['sjoblom'], excluded: true }],
    ['q=year:2019..', { kind: 'year', how: 'between', values: ['2019', '9999'], excluded: false }],
    ['q=keyword:"100%25_\\"', { kind: 'in-keyword', how: 'has', values: ['100\\%\\_\\\\'], excluded: false }],
    ['q=status:ongoing', { kind: 'status', how: 'is', values: ['ongoing'], excluded: false }],
  ])('%s demands a field', (address, condition) => expect(ask(address).filters).toEqual([condition]))

  it.each([
    ['', 'newest', false],
    ['q=-knee', 'newest', false],
    ['q=knee', 'relevance', true],
    ['q=knee&sort=size', 'size', true],
    ['sort=relevance', 'newest', false],
    ['q=-modality:ct', 'newest', false],
  ])('%s is shown by %s', (address, ordering, positive) => expect(ask(address)).toMatchObject({ ordering, positive }))
})

describe('a cursor', () => {
  it('leads back to the same place', () => {
    const place = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 999 })),
      fc.tuple(
        fc.constantFrom(0, 1),
        fc.maxSafeInteger(),
        fc.stringMatching(/^[a-zåäö 0-9]{0,60}$/),
        fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
      ),
    )
    fc.assert(
      fc.property(place, (one) => {
        expect(readCursor(writeCursor(one))).toEqual(one)
      }),
    )
  })

  it.each([null, '', 'x', 'W10', btoa('[0]'), btoa('[1.5]'), btoa('[0,1,2,3]'), btoa('{"0":1}'), btoa('[9,1,"",1]')])(
    'begins anew at %s',
    (text) => expect(readCursor(text)).toEqual([]),
  )

  it('never throws', () => fc.assert(fc.property(fc.string(), (text) => Array.isArray(readCursor(text)))))
})

describe('slips of the keyboard', () => {
  it.each([
    ['lymph', 'lymph', 0],
    ['lymfh', 'lymph', 1],
    ['lypmh', 'lymph', 1],
    ['abc', 'xyz', 3],
    ['abcdef', 'a', 4],
  ])('%s and %s are %i apart', (a, b, slips) => expect(editDistance(a, b, 3)).toBe(slips))

  it.each([
    ['lymfh', 'lymph'],
    ['mamography', 'mammography'],
    ['zzzzz', null],
    ['ct', null],
  ])('%s was meant as %s', (word, meant) => {
    const known = ['lymph', 'mammography', 'knee', 'cts'].map((word) => ({ word, datasets: 1 }))
    expect(closestWord(word, known)).toBe(meant)
  })

  it('prefers the word that more datasets have', () =>
    expect(
      closestWord('bone', [
        { word: 'cone', datasets: 1 },
        { word: 'zone', datasets: 5 },
      ]),
    ).toBe('zone'))
})

describe('facets as shown', () => {
  const counts = new Map([
    [
      'modality',
      {
        exact: true,
        values: new Map([
          ['CT', { count: 2, spelled: 'CT' }],
          ['SM', { count: 5, spelled: 'SM' }],
        ]),
      },
    ],
    [
      'size',
      {
        exact: true,
        values: new Map([
          ['over-1tb', { count: 9, spelled: 'over-1tb' }],
          ['under-10gb', { count: 1, spelled: 'under-10gb' }],
        ]),
      },
    ],
    ['organ', { exact: false, values: new Map([['lung', { count: 12_345, spelled: 'Lung' }]]) }],
  ])
  const shown = presentFacets(counts, { ...emptySearch, facets: { modality: ['MR'] } }, 'sv')
  const of = (name: string) => shown.find((facet) => facet.name === name)

  it('orders by count, keeps what is chosen, and says it in the language', () =>
    expect(of('modality')?.values.map(({ label, count, selected }) => [label, count, selected])).toEqual([
      ['Objektglasmikroskopi', 5, false],
      ['Datortomografi', 2, false],
      ['Magnetisk resonans', 0, true],
    ]))

  it('keeps closed lists in their own order', () =>
    expect(of('size')?.values.map(({ value }) => value)).toEqual(['under-10gb', 'over-1tb']))

  it('rounds an estimate', () =>
    expect(of('organ')).toMatchObject({ relation: 'about', values: [{ label: 'Lunga', count: 12_000 }] }))
})
