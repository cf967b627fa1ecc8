// Verhoeff's tables: multiplication in the dihedral group D5 and the powers of the permutation.
const times = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map((row) => [...row].map(Number))
const permuted = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
].map((row) => [...row].map(Number))

/** Whether the last digit is the right Verhoeff check digit of those before it. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = permuted[i % 8]?.[Number(digits[digits.length - 1 - i])] ?? 0
    check = times[check]?.[digit] ?? 0
  }
  return check === 0
}

/**
 * Whether the text is a SNOMED CT concept identifier: 6 to 18 digits, no leading zero, right check digit, and the
 * partition of a concept: `00` international, `10` of an extension with namespace (Release File Specification, 6).
 */
export function isSnomedConcept(sctid: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(sctid) || !passesVerhoeff(sctid)) return false
  const partition = sctid.slice(-3, -1)
  return partition === '00' || (partition === '10' && sctid.length >= 11)
}

/** The bare concept identifier from an address, `SCTID:`, spaces or `71341001 |Bone structure of femur|`; else null. */
export function normaliseSctid(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/snomed\.info\/(id|sct)\//i, '')
    .replace(/^(sctid|snomed(\s*ct)?|sct)\s*:\s*/i, '')
    .replace(/\s*\|.*$/s, '')
    .replace(/[\s\u00a0\u202f]/g, '')
  return isSnomedConcept(bare) ? bare : null
}

/** The concept's own URI, which names it and resolves. */
export function snomedUri(sctid: string): string {
  return `http://snomed.info/id/${sctid}`
}

/** A page that shows the concept to people. */
export function snomedBrowserUrl(sctid: string): string {
  return `https://browser.ihtsdotools.org/?perspective=full&conceptId1=${sctid}&edition=MAIN&release=&languages=en`
}
