import type { Content } from 'pdfmake/interfaces'

/** A heading and what stands under it; nothing where there is nothing. */
export const section = (title: string, content: readonly Content[]): Content[] =>
  content.length === 0 ? [] : [{ text: title, style: 'section' }, ...content]

/** Facts, term beside detail; those without a detail are left out. */
export function facts(rows: readonly (readonly [string, string | null])[]): Content[] {
  const said = rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '')
  if (said.length === 0) return []
  const body = said.map(([term, detail]) => [{ text: term, style: 'term' }, detail])
  return [{ table: { widths: [130, '*'], body }, layout: 'noBorders', margin: [0, 0, 0, 6] }]
}

/** A table whose head stands again on every page that it runs over. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Content[] {
  if (rows.length === 0) return []
  const body = [head.map((text) => ({ text, style: 'term' })), ...rows.map((row) => [...row])]
  const widths = head.map(() => '*')
  return [
    { table: { headerRows: 1, widths, body }, layout: 'lightHorizontalLines', style: 'table', margin: [0, 0, 0, 8] },
  ]
}
