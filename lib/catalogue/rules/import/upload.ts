// Control characters, bidirectional overrides and what a shell or a path could take for its own.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const hostile = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*`$]/g

/** A file's name fit to be shown and kept: its last part only, plain characters, 120 at most. */
export function plainFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last.normalize('NFC').replace(hostile, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  return [...plain].slice(0, 120).join('') || 'upload'
}

/** The format that a file's name or its first character tells. */
export function formatOf(name: string, content: string): 'json' | 'csv' {
  if (/\.json$/i.test(name)) return 'json'
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv'
  return /^\s*[[{]/.test(content) ? 'json' : 'csv'
}

export type Decoded = { text: string } | { problem: 'utf16' | 'latin-1' | 'binary' }

/**
 * The text of an uploaded file, which must be UTF-8; a byte order mark is left out. Else what it seems to be instead:
 * UTF-16 by its mark, binary by its zero bytes, and otherwise an older encoding such as Latin-1.
 */
export function decodeUpload(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { problem: 'utf16' }
  if (bytes.includes(0)) return { problem: 'binary' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: 'latin-1' }
  }
}

/** The sign that parts the cells, by the header line: comma, semicolon (as Swedish spreadsheets write) or tab. */
export function separatorOf(content: string): ',' | ';' | '\t' {
  const header = content.split(/[\r\n]/, 1)[0] ?? ''
  const count = (sign: string) => header.split(sign).length
  const signs = [',', ';', '\t'] as const
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
