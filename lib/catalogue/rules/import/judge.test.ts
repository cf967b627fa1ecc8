import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import type { Finding } from './finding'
import { judgeImport, rowsOfJson, type Standing } from './judge'
import { readRow } from './row'

const ctpa = structuredClone(register.datasets.find((one) => one.slug === 'ctpa') ?? register.datasets[0]) as Record<
  string,
  unknown
>
const summary = ({ field, kind, fatal, became, why }: Finding) => [field, kind, fatal, became, why]
const records = register.datasets.map((raw) => readRow(raw).record).filter((record) => record !== null)
const standing = (change: Partial<Standing> = {}): ReadonlyMap<string, Standing> =>
  new Map(
    records.map((record) => [
      record.slug,
      { record, revision: 3, state: 'published', publishedVersions: [record.version], ...change },
    ]),
  )

const noted = (licence: string, terms: string) => `The register describes the licence “${licence}” as: ${terms}`
const coAuthorship = 'Free for use within AIDA with attribution and co-authorship.'
const education = 'Free for use in research or education.'

describe('the register', () => {
  const verdict = judgeImport(rowsOfJson(register) ?? [], new Map())

  it('is taken whole: twenty new datasets, none refused', () => {
    expect(verdict.counts).toEqual({ new: 20, changed: 0, unchanged: 0, refused: 0 })
    expect(verdict.applicable).toBe(true)
    expect(
      verdict.rows.reduce(
        (sum, row) => sum + Object.values(row.sharing?.byCountry ?? {}).reduce((a, b) => a + b, 0),
        0,
      ),
    ).toBe(153)
  })

  it('has few values to mend, each of them told', () => {
    expect(verdict.rows.flatMap((row) => row.findings.map((finding) => [row.slug, ...summary(finding)]))).toEqual([
      ['bccc', 'licences.1.summary', 'mended', false, noted('AIDA BY licence', coAuthorship), 'noted'],
      [
        'brln',
        'stain',
        'mended',
        false,
        'Hematoxylin and eosin. In sentinel node cases also immunohistochemical stain for cytokeratin AE1/AE3.',
        'spaces',
      ],
      ['ctpel', 'licences.0.summary', 'mended', false, noted('Controlled access', education), 'noted'],
      ['ctskull', 'licences.0.summary', 'mended', false, noted('Controlled access', education), 'noted'],
      ['micromen', 'licences.1.summary', 'mended', false, noted('AIDA BY licence', coAuthorship), 'noted'],
    ])
  })

  it('changes nothing the second time, and cannot be applied then', () => {
    const again = judgeImport(register.datasets, standing())
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 20, refused: 0 })
    expect(again.applicable).toBe(false)
  })
})

describe('judgeImport', () => {
  const newer = { ...ctpa, title: 'A better title', version: '1.1' }

  it('tells a changed row with its difference, and the revision it was judged against', () => {
    const [row] = judgeImport([newer], standing()).rows
    expect(row?.verdict).toBe('changed')
    expect(row?.revision).toBe(3)
    expect(row?.difference.map(({ field, after }) => [field, after])).toEqual([
      ['title', 'A better title'],
      ['version', '1.1'],
    ])
  })

  it.each<[string, object, Partial<Standing>, Record<string, number>, string]>([
    ['a change under the published version', { ...newer, version: '1.0' }, {}, {}, 'version-not-greater'],
    ['a change of what is withdrawn', newer, { state: 'withdrawn' }, {}, 'withdrawn'],
    ['a dataset that has moved on', newer, {}, { ctpa: 2 }, 'moved-on'],
  ])('refuses %s', (_, raw, change, expected, why) => {
    const verdict = judgeImport([raw], standing(change), expected)
    expect(verdict.rows[0]?.findings.map((finding) => finding.why)).toContain(why)
    expect([verdict.rows[0]?.verdict, verdict.rows[0]?.record, verdict.applicable]).toEqual(['refused', null, false])
  })

  it('leaves a draft alone where the row says what is published', () => {
    const current = readRow(ctpa).record
    if (current === null) throw new Error('ctpa is refused')
    const [row] = judgeImport(
      [ctpa],
      standing({ current: { record: current }, record: { ...current, title: 'Draft' } }),
    ).rows
    expect([row?.verdict, row?.difference]).toEqual(['unchanged', []])
  })

  it('lets a draft change under its own version', () => {
    const [row] = judgeImport([{ ...newer, version: '1.0' }], standing({ state: 'draft', publishedVersions: [] })).rows
    expect(row?.verdict).toBe('changed')
  })

  it('refuses the second row of the same dataset, and with it all', () => {
    const verdict = judgeImport([ctpa, ctpa], new Map())
    expect(verdict.rows.map((row) => row.verdict)).toEqual(['new', 'refused'])
    expect(verdict.applicable).toBe(false)
  })

  it('all-or-nothing: it is applicable exactly when no row is refused and some row is new or changed', () => {
    const row = fc.constantFrom<unknown>(
      ...register.datasets.slice(0, 5),
      newer,
      null,
      { slug: 'x' },
      { ...ctpa, slug: 'fresh', doi: null },
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const verdict = judgeImport(rows, standing())
        const kinds = verdict.rows.map((each) => each.verdict)
        expect(verdict.applicable).toBe(
          !kinds.includes('refused') && (kinds.includes('new') || kinds.includes('changed')),
        )
        for (const each of verdict.rows) expect(each.record === null).toBe(each.verdict === 'refused')
      }),
      { numRuns: 60 },
    )
  })
})

describe('rowsOfJson', () => {
  it.each([
    [[{ slug: 'a' }], 1],
    [{ datasets: [] }, 0],
    [{ datasets: 'none' }, undefined],
    ['text', undefined],
    [null, undefined],
  ])('finds in %j %s rows', (document, count) => {
    expect(rowsOfJson(document)?.length).toBe(count)
  })
})
