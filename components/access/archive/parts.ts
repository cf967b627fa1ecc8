import type { Content } from 'pdfmake/interfaces'

/** A heading and what stands under it; nothing where there is nothing. */
export const section = (title: string, content: readonly Content[]): Content[] =>
  content.length === 0 ? [] : [{ text: title, style: 'section', headlineLevel: 1 }, ...content]

/** Facts, term beside detail; those without a detail are left out. */
export function facts(rows: readonly (readonly [string, string | null])[]): Content[] {
  const said = rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '')
  if (said.length === 0) return []
  const body = said.map(([term, detail]) => [{ text: term, style: 'term' }, detail])
  return [{ table: { widths: [130, '*'], body }, layout: 'noBorders', margin: [0, 0, 0, 6] }]
}

/** A table whose head stands again on every page that it runs over; its columns share the width unless they say otherwise. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | '*')[] = head.map(() => '*' as const),
): Content[] {
  if (rows.length === 0) return []
  const body = [head.map((text) => ({ text, style: 'term' })), ...rows.map((row) => [...row])]
  // Many columns are narrow, and no word of theirs may push the table over the edge.
  const fontSize = head.length > 5 ? 7 : 8.5
  const layout = 'lightHorizontalLines'
  return [{ table: { headerRows: 1, widths: [...widths], body }, layout, fontSize, margin: [0, 0, 0, 8] }]
}
