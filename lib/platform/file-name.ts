// What no name holds: control characters, what turns the direction of writing, and what a file system reads as something else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const hostile = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"*:<>?|]/g
const longest = 120

/**
 * A name under which a file can be kept and handed out: the last part of whatever path came along, without hostile characters and
 * leading dots, at most 120 characters, ending as the type that its content shows (`extension`, without the dot).
 */
export function cleanFileName(said: string, extension: string): string {
  const last = said.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(hostile, '').replace(/\s+/g, ' ').trim()
  const stem = plain.replace(new RegExp(`(\\.${extension})+$`, 'i'), '').replace(/^[.\s]+|[.\s]+$/g, '')
  return `${
    [...stem]
      .slice(0, longest - extension.length - 1)
      .join('')
      .trim() || 'document'
  }.${extension}`
}

/** What a Content-Disposition says of a file to be saved (RFC 6266): a plain name for old readers, the whole one for the others. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["'\\%]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
