import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Query } from './ast'
import { parseAsTyped, parseQuery } from './parse'
import { plainWords, printQuery, toTsquery } from './print'

const word = (text: string) => ({ kind: 'word', text }) as const
const phrase = (text: string) => ({ kind: 'phrase', text }) as const
const prefix = (text: string) => ({ kind: 'prefix', text }) as const
const meaning = ({ terms, excluded, filters }: Query) => ({ terms, excluded, filters })

describe('parseQuery', () => {
  it.each<[string, Partial<Query>]>([
    ['', {}],
    ['   ', {}],
    ['lymph node', { terms: [word('lymph'), word('node')] }],
    [
      'modality:ct lymph',
      { terms: [word('lymph')], filters: [{ field: 'modality', values: ['CT'], excluded: false }] },
    ],
    ['Modality:CT', { filters: [{ field: 'modality', values: ['CT'], excluded: false }] }],
    ['modalitet:MRI', { filters: [{ field: 'modality', values: ['MR'], excluded: false }] }],
    ['modality:ct,mri', { filters: [{ field: 'modality', values: ['CT', 'MR'], excluded: false }] }],
    ['modality:mammo', { filters: [{ field: 'modality', values: ['MG'], excluded: false }] }],
    ['modality:"slide micro"', { filters: [{ field: 'modality', values: ['SM'], excluded: false }] }],
    ['organ:"Lymph node"', { filters: [{ field: 'organ', values: ['lymph node'], excluded: false }] }],
    ['organ:“lymph node”', { filters: [{ field: 'organ', values: ['lymph node'], excluded: false }] }],
    ['organ:lunga', { filters: [{ field: 'organ', values: ['lunga', 'lung'], excluded: false }] }],
    ['organ:hud', { filters: [{ field: 'organ', values: ['hud', 'skin'], excluded: false }] }],
    ['-organ:lung', { filters: [{ field: 'organ', values: ['lung'], excluded: true }] }],
    ['author:Sjöblom', { filters: [{ field: 'author', values: ['sjöblom'], excluded: false }] }],
    ['year:2019..2021', { filters: [{ field: 'year', from: 2019, to: 2021, excluded: false }] }],
    ['year:2021-2019', { filters: [{ field: 'year', from: 2019, to: 2021, excluded: false }] }],
    ['year:2019', { filters: [{ field: 'year', from: 2019, to: 2019, excluded: false }] }],
    ['year:>2019', { filters: [{ field: 'year', from: 2020, to: null, excluded: false }] }],
    ['year:..2019', { filters: [{ field: 'year', from: null, to: 2019, excluded: false }] }],
    ['date:2019-04-08', { filters: [{ field: 'year', from: 2019, to: 2019, excluded: false }] }],
    ['license:AIDA-BY', { filters: [{ field: 'licence', values: ['aida-by'], excluded: false }] }],
    ['licence:by-ca', { filters: [{ field: 'licence', values: ['aida-by-ca'], excluded: false }] }],
    ['annotated:ja', { filters: [{ field: 'annotated', values: ['yes'], excluded: false }] }],
    ['status:ongoing', { filters: [{ field: 'status', values: ['Ongoing'], excluded: false }] }],
    ['origin:synthetic', { filters: [{ field: 'keyword', values: ['synthetic'], excluded: false }] }],
    ['Origin:Clinical', { filters: [{ field: 'keyword', values: ['synthetic'], excluded: true }] }],
    ['https://doi.org/10.23698/aida/CTPA', { filters: [{ field: 'slug', values: ['ctpa'], excluded: false }] }],
    ['10.23698/aida/lnco2', { filters: [{ field: 'slug', values: ['lnco2'], excluded: false }] }],
    ['doi:10.23698/aida/lnco2', { filters: [{ field: 'slug', values: ['lnco2'], excluded: false }] }],
    ['lym*', { terms: [prefix('lym')] }],
    ['-cancer', { excluded: [word('cancer')] }],
    ['--"bone cancer"', { excluded: [phrase('bone cancer')] }],
    ['-', {}],
    ['"', {}],
    ['"open phrase', { terms: [phrase('open phrase')] }],
    ['H&E, (liver)!', { terms: [word('H&E'), word('liver')] }],
    ['face-blur', { terms: [word('face-blur')] }],
    ['lymph\u0000node', { terms: [word('lymph'), word('node')] }],
    ['foo:bar', { terms: [word('foo'), word('bar')], notes: [{ kind: 'unknown-field', field: 'foo' }] }],
    ['-foo:bar', { excluded: [phrase('foo bar')], notes: [{ kind: 'unknown-field', field: 'foo' }] }],
    [
      'constructor:x',
      { terms: [word('constructor'), word('x')], notes: [{ kind: 'unknown-field', field: 'constructor' }] },
    ],
    ['year:soon', { terms: [word('soon')], notes: [{ kind: 'unknown-value', field: 'year', value: 'soon' }] }],
    ['modality:', { notes: [{ kind: 'empty-value', field: 'modality' }] }],
    [
      'modality:ct,zz',
      {
        filters: [{ field: 'modality', values: ['CT'], excluded: false }],
        notes: [{ kind: 'unknown-value', field: 'modality', value: 'zz' }],
      },
    ],
  ])('understands %j', (text, expected) => {
    expect(parseQuery(text)).toEqual({ terms: [], excluded: [], filters: [], notes: [], ...expected })
  })

  it('says when it stopped reading', () => {
    expect(parseQuery('a '.repeat(41)).terms.length).toBe(40)
    expect(parseQuery('a '.repeat(41)).notes).toEqual([{ kind: 'too-long' }])
    expect(parseQuery('a'.repeat(501)).notes).toEqual([{ kind: 'too-long' }])
  })

  it('takes the last word as the start of one while it is typed', () => {
    expect(parseAsTyped('bone lym').terms).toEqual([word('bone'), prefix('lym')])
    expect(parseAsTyped('bone ').terms).toEqual([word('bone')])
    expect(parseAsTyped('organ:lu').filters).toEqual([{ field: 'organ', values: ['lu'], excluded: false }])
  })
})

describe('toTsquery', () => {
  it.each([
    ['lymph "bone scan" -cancer lym*', "'lymph' & 'bone scan' & 'lym':* & !'cancer'"],
    ["o'neill H&E !x a|b", "'o''neill' & 'H&E' & 'x' & 'a|b'"],
    ['back\\slash', "'back\\\\slash'"],
    ['modality:ct', null],
  ])('makes of %j %j', (text, tsquery) => {
    expect(toTsquery(parseQuery(text))).toBe(tsquery)
  })

  it('quoted-throughout: outside quotation marks there are only our operators', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const outside = (toTsquery(parseQuery(text)) ?? '').replace(/'(?:[^'\\]|''|\\\\)*'/g, 'Q')
        expect(outside).toMatch(/^(!?Q(:\*)?( & !?Q(:\*)?)*)?$/)
        expect(outside).not.toContain('\u0000')
      }),
      { numRuns: 500 },
    )
  })
})

const bits = fc.constantFrom(
  'modality:',
  'organ:',
  'year:',
  'foo:',
  'slug:',
  'doi:',
  'licence:',
  'origin:',
  '10.23698/aida/',
  'ct',
  'lymph',
  'Ä',
  'yes',
  '2019',
  '..',
  '-',
  '--',
  '"',
  "'",
  '*',
  ':',
  ',',
  ' ',
  '  ',
  '(',
  ')',
  '&',
  '|',
  '!',
  '<',
  '\\',
  '“',
  '\u0000',
  '\u202e',
  'e\u0301',
  '\ud800',
  '/',
  '.',
  'synthetic',
)
const hostile = fc.oneof(
  fc.array(bits, { maxLength: 25 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

describe('printQuery', () => {
  it('print-parse-identity: the plain form of any text means the same, and stays as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const query = parseQuery(text)
        const printed = printQuery(query)
        const again = parseQuery(printed)
        expect(meaning(again)).toEqual(meaning(query))
        expect(printQuery(again)).toBe(printed)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps what it cannot understand as plain words', () => {
    expect(printQuery(parseQuery('Foo:Bar  modality:CT'))).toBe('Foo Bar modality:CT')
    expect(plainWords(parseQuery('lymph "bone scan" modality:ct'))).toBe('lymph bone scan')
  })
})
