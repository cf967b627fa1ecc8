/** A value as written, in quotation marks or not. */
export interface Piece {
  text: string
  quoted: boolean
}

/** One item between spaces: `-field:value,"other value"`. Without a field there is exactly one piece. */
export interface Token {
  excluded: boolean
  field: string | null
  pieces: Piece[]
}

/** The text in Unicode form C, with plain quotation marks, control and format characters as spaces. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u201c-\u201f\u00ab\u00bb\uff02]/g, '"')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
}

function pieceAt(text: string, at: number): { piece: Piece | null; end: number } {
  if (text[at] === '"') {
    // A quotation mark left open runs to the end, as while someone is typing.
    const close = text.indexOf('"', at + 1)
    const end = close === -1 ? text.length : close
    return { piece: { text: text.slice(at + 1, end), quoted: true }, end: close === -1 ? end : end + 1 }
  }
  let end = at
  while (end < text.length && !' ",'.includes(text[end] ?? '')) end += 1
  return { piece: end > at ? { text: text.slice(at, end), quoted: false } : null, end }
}

/** The items of a cleaned search text, left to right. */
export function scan(text: string): Token[] {
  const tokens: Token[] = []
  const dashes = /-*/y
  const fieldName = /(\p{L}[\p{L}\p{N}_-]*):/uy
  let at = 0
  while (at < text.length) {
    if (text[at] === ' ' || text[at] === ',') {
      at += 1
      continue
    }
    dashes.lastIndex = at
    const excluded = (dashes.exec(text)?.[0].length ?? 0) > 0
    at = fieldName.lastIndex = dashes.lastIndex
    const field = fieldName.exec(text)?.[1] ?? null
    if (field !== null) at = fieldName.lastIndex
    const pieces: Piece[] = []
    for (let more = true; more; ) {
      const { piece, end } = pieceAt(text, at)
      if (piece !== null) pieces.push(piece)
      more = field !== null && text[end] === ','
      at = more ? end + 1 : end
    }
    if (field !== null || pieces.length > 0) tokens.push({ excluded, field, pieces })
  }
  return tokens
}
