/** The last character of an ORCID iD for its first fifteen digits (ISO 7064 mod 11-2). */
export function orcidCheckCharacter(fifteenDigits: string): string {
  let total = 0
  for (const digit of fifteenDigits) total = (total + Number(digit)) * 2
  const rest = (12 - (total % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

/** Whether the text is an ORCID iD exactly as `0000-0002-1825-0097`, check character included. */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false
  const digits = text.replaceAll('-', '')
  return orcidCheckCharacter(digits.slice(0, 15)) === digits[15]
}

/**
 * An ORCID iD in its plain form, from what people paste: the address, a lower-case x, missing or typographic hyphens,
 * spaces and tabs around. Null when it is none or its check character is wrong.
 */
export function normaliseOrcid(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, '')
    .replace(/^orcid(\s*iD)?\s*:?\s*/i, '')
    .replace(/\/$/, '')
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase()
  if (!/^\d{15}[\dX]$/.test(bare)) return null
  const plain = bare.replace(/(.{4})(?=.)/g, '$1-')
  return isOrcid(plain) ? plain : null
}

/** The address of an ORCID iD in plain form. */
export function orcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid}`
}
