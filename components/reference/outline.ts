import { IntlMessageFormat } from 'intl-messageformat'

type Part = { value: unknown; options?: Record<string, { value: Part[] }>; children?: Part[]; type: number }

const LITERAL = 0

function wordsOf(part: Part): string {
  if (part.options) return (part.options.other?.value ?? []).map(wordsOf).join('')
  if (part.children) return part.children.map(wordsOf).join('')
  return part.type === LITERAL ? String(part.value) : '…'
}

/** A message without its values: “…” stands for each, and of several wordings the last (`other`) is taken. */
export const outlineOf = (message: string): string =>
  (new IntlMessageFormat(message, 'en').getAst() as Part[]).map(wordsOf).join('')
