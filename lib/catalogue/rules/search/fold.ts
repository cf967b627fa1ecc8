/** Lower case without accents, for keys under which people look things up: `Sjöblom` and `sjoblom` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a text as people might type them: folded, of letters and digits, three or longer. */
export function spelledWords(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]{3,40}/gu) ?? [])]
}

// Greek plurals that the English stemmer does not lead back to their singular.
const greekPlural = /\b(metasta|diagno|progno|steno|fibro|sclero|necro|thrombo|cirrho|analy|synthe)ses\b/gi

/**
 * A text as the search's words are made of it, when it is stored and when it is looked for: Greek plurals in the singular, and a
 * space for each slash, which would make PostgreSQL's parser see a file name in "AO/OTA".
 */
export function searchable(text: string): string {
  return text.replaceAll('/', ' ').replace(greekPlural, '$1sis')
}
