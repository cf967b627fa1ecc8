import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { toCsv } from '../csv'
import { columnsOf, csvColumns, rawOfColumns } from './columns'
import { readRow } from './row'

const records = register.datasets.map((raw) => readRow(raw).record).filter((record) => record !== null)

describe('the CSV form', () => {
  it('round-trip: the register written as CSV and read again is the same, without a finding', () => {
    const csv = toCsv(
      csvColumns,
      register.datasets.flatMap((raw) => {
        const { record, sharing } = readRow(raw)
        return record === null ? [] : [columnsOf(record, sharing)]
      }),
    )
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    const back = rows.map((row) => readRow(rawOfColumns(row)))
    expect(back.map((row) => row.record)).toEqual(records)
    expect(back.flatMap((row) => row.findings.list)).toEqual([])
    expect(back[3]?.sharing?.byCountry).toEqual(readRow(register.datasets[3]).sharing?.byCountry)
  })

  it('separators-in-text: backslashes, semicolons and bars in any text survive', () => {
    const nasty = fc
      .string({ unit: fc.constantFrom('a', ';', '|', '\\', '"', 'å', ','), minLength: 1, maxLength: 8 })
      .map((text) => `x${text}`)
    const base = records[0]
    fc.assert(
      fc.property(
        nasty,
        nasty,
        fc.uniqueArray(nasty, { maxLength: 3, selector: (text) => text.toLowerCase() }),
        (title, name, scanners) => {
          const record = {
            ...(base ?? fail()),
            title,
            scanners,
            authors: [{ name, orcid: null }],
            citations: [{ doi: null, text: name }],
          }
          const [row = {}]: Record<string, string>[] = parse(toCsv(csvColumns, [columnsOf(record, null)]), {
            columns: true,
          })
          expect(readRow(rawOfColumns(row)).record).toEqual(record)
        },
      ),
    )
  })

  it('takes a citation without DOI, spaces in lists, and a byte order mark', () => {
    expect(
      rawOfColumns({
        '\ufeffslug': 'a1',
        citations: 'In press',
        keywords: 'Lung; Heart ',
        sharing: 'SE|3;NO',
        organ: '',
      }),
    ).toEqual({
      slug: 'a1',
      citations: [{ doi: null, text: 'In press' }],
      keywords: ['Lung', 'Heart'],
      sharing: { byCountry: { SE: '3', NO: '1' } },
    })
  })
})

function fail(): never {
  throw new Error('The register is empty.')
}
