import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

describe('toCsv', () => {
  it('quotes, guards formulas and leaves out what is not stated', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,"y"', null],
          ['=1+1', -2],
          ['-2', '@me'],
        ],
      ),
    ).toBe('a,b\r\n"x,""y""",\r\n\'=1+1,-2\r\n-2,\'@me\r\n')
  })

  it('read-back: another reader sees the same texts', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'å') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = parse(toCsv(['one', 'two'], rows), {
          from: 2,
          record_delimiter: '\r\n',
          relax_column_count: false,
        })
        expect(read).toEqual(rows.map((row) => row.map((text) => (text.startsWith('\r') ? `'${text}` : text))))
      }),
    )
  })
})
