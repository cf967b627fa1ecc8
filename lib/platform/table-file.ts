import { parse } from 'csv-parse/sync'
import { findPersonalNumbers } from './identifiers/personal-number'

// Tabs and line breaks are part of a table; other control characters are of some other type of file.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

/** The text of a table as CSV in UTF-8, or null where the bytes are no such text. */
export function tableText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return control.test(text) || text.trim() === '' ? null : text
  } catch {
    return null
  }
}

/** What stands between its columns: of comma, semicolon and tab the one that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text)
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true }) as string[][]
  } catch {
    // However its quotes stand, nothing in it is passed over.
    return text.split(/\r?\n/).map((line) => line.split(delimiter))
  }
}

/** The first cell of a table that holds what looks like a Swedish personal number, row and column counted from 1; null: none does. */
export function personalNumberIn(text: string): { row: number; column: number } | null {
  for (const [row, cells] of rowsOf(text).entries()) {
    const column = cells.findIndex((cell) => findPersonalNumbers(cell).length > 0)
    if (column >= 0) return { row: row + 1, column: column + 1 }
  }
  return null
}
