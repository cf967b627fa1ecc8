const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

function decodeCrockford(text: string): number {
  let value = 0
  for (const letter of text) value = value * 32 + alphabet.indexOf(letter)
  return value
}

/** The two last digits of a ROR id for its first seven characters (ISO 7064 mod 97-10 over Crockford base 32). */
export function rorCheckDigits(sevenCharacters: string): string {
  return String(98 - ((decodeCrockford(sevenCharacters) * 100) % 97)).padStart(2, '0')
}

/** Whether the text is the address of a ROR id, `https://ror.org/05ynxx418`, with right check digits. */
export function isRor(text: string): boolean {
  const id = /^https:\/\/ror\.org\/(0[0-9a-hjkmnp-tv-z]{6})(\d{2})$/.exec(text)
  return id !== null && rorCheckDigits(id[1] ?? '') === id[2]
}

/** The address of a ROR id from `ror.org/05YNXX418`, `05ynxx418` and the like; null when it is none. */
export function normaliseRor(text: string): string | null {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
    .replace(/\/$/, '')
  const url = `https://ror.org/${id}`
  return isRor(url) ? url : null
}
