/** Whether the text is a bare DOI name, `10.23698/aida/ctpa` (ISO 26324: prefix 10.<registrant>, a slash, a suffix). */
export function isDoi(text: string): boolean {
  return /^10\.\d{4,9}(\.\d+)*\/[^\s"<>]*[^\s"<>.,;]$/.test(text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The bare DOI name from an address (doi.org, dx.doi.org), a `doi:` prefix, spaces, or a full stop behind it.
 * Keeps the registrant's letter case; compare with `doiKey`. Null when it is no DOI.
 */
export function normaliseDoi(text: string): string | null {
  const trimmed = text.trim()
  const url = /^(https?:\/\/)?(dx\.|www\.)?doi\.org\//i
  const bare = (url.test(trimmed) ? decoded(trimmed.replace(url, '')) : trimmed)
    .replace(/^(info:)?doi[:/\s]\s*/i, '')
    .replace(/[.,;\s]+$/, '')
  return isDoi(bare) ? bare : null
}

/** DOI names are compared without regard to ASCII letter case (ISO 26324, 4.2). */
export function doiKey(doi: string): string {
  return doi.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The resolving address of a bare DOI name; characters that would break an address are encoded. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}
