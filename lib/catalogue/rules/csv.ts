/** A value of a cell; null, "not stated", is an empty cell. */
export type Cell = string | number | null

// A spreadsheet would run a text that starts like a formula; a leading apostrophe makes it text.
function guarded(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV by RFC 4180: commas, CRLF, quotation marks where needed. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')

/** Rows as CSV; the first row is the header. */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvLines([header, ...rows])
