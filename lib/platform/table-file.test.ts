import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personalNumberIn, tableText } from './table-file'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the text of a table', () => {
  test.each([
    ['a,b\n1,2\n', 'a,b\n1,2\n'],
    ['ä\tö\r\n', 'ä\tö\r\n'],
  ])('%j is one', (text, read) => expect(tableText(bytes(text))).toBe(read))
  test.each([
    ['nothing', new Uint8Array()],
    ['blanks', bytes(' \n')],
    ['another encoding', new Uint8Array([0xe4, 0x2c, 0xf6])],
    ['a file of bytes', bytes('PK\u0003\u0004')],
  ])('%s is none', (_, given) => expect(tableText(given)).toBe(null))
})

describe('a personal number in a table', () => {
  test.each([
    ['age,number\n44,19121212-1212\n', { row: 2, column: 2 }],
    ['age;number\n44;191212121212\n', { row: 2, column: 2 }],
    ['"a, b"\t"of\n121212-1212"\n', { row: 1, column: 2 }],
    // Of digits with a comma between them no number is read; of cells one is.
    ['1,191212121212,3', { row: 1, column: 2 }],
    // Quotes that never end hide nothing.
    ['a,"b\n1,19121212-1212', { row: 2, column: 2 }],
    ['\ufeff19121212-1212,a', { row: 1, column: 1 }],
    ['age,diagnosis\n44,C34.1\n', null],
    ['number\n19121212-1213\n', null],
  ])('%j', (text, where) => expect(personalNumberIn(text)).toEqual(where))

  test('is found in whatever cell it stands', () => {
    const cell = fc.constantFrom('', '7', 'CT thorax', 'a "quoted" word', 'one, two', '2026-11-28')
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), (rows, r, c) => {
        const row = r % rows.length
        const column = c % (rows[row]?.length ?? 1)
        const whole = rows.map((cells, y) => cells.map((one, x) => (y === row && x === column ? '121212-1212' : one)))
        const text = whole.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(personalNumberIn(text)).toEqual({ row: row + 1, column: column + 1 })
      }),
    )
  })
})
