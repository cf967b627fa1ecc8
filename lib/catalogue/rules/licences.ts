/** Licences of the hub, in the order of how much they ask. Controlled access goes with every dataset. */
export const licenceCodes = ['controlled-access', 'aida', 'aida-by', 'aida-ca', 'aida-by-ca'] as const

export type LicenceCode = (typeof licenceCodes)[number]

/** One thing that a licence asks or gives; the sentence for it is `catalogue.term.<code>` in messages. */
export type Term = 'apply' | 'legal-ethical' | 'aida-only' | 'attribution' | 'co-authorship' | 'first-publication'

interface Licence {
  spdx: string
  name: { en: string; sv: string }
  /** The sentence under which the hub's register and the old site give it. */
  summary: string
  terms: readonly Term[]
}

const withinAida: readonly Term[] = ['aida-only']
const coAuthorship: readonly Term[] = ['co-authorship', 'first-publication']

/** Names, SPDX references and terms. Co-authorship is limited in time to the first publication. */
export const licences: Readonly<Record<LicenceCode, Licence>> = {
  'controlled-access': {
    spdx: 'LicenseRef-AIDA-Controlled-Access',
    name: { en: 'Controlled access', sv: 'Kontrollerad åtkomst' },
    summary: 'Free for use in legal and ethical medical diagnostics research.',
    terms: ['apply', 'legal-ethical'],
  },
  aida: {
    spdx: 'LicenseRef-AIDA',
    name: { en: 'AIDA licence', sv: 'AIDA-licens' },
    summary: 'Free for use within AIDA.',
    terms: withinAida,
  },
  'aida-by': {
    spdx: 'LicenseRef-AIDA-BY',
    name: { en: 'AIDA BY licence', sv: 'AIDA BY-licens' },
    summary: 'Free for use within AIDA with attribution.',
    terms: [...withinAida, 'attribution'],
  },
  'aida-ca': {
    spdx: 'LicenseRef-AIDA-CA',
    name: { en: 'AIDA CA licence', sv: 'AIDA CA-licens' },
    summary: 'Free for use within AIDA with co-authorship.',
    terms: [...withinAida, ...coAuthorship],
  },
  'aida-by-ca': {
    spdx: 'LicenseRef-AIDA-BY-CA',
    name: { en: 'AIDA BY CA licence', sv: 'AIDA BY CA-licens' },
    summary: 'Free for use within AIDA with attribution and co-authorship.',
    terms: [...withinAida, 'attribution', ...coAuthorship],
  },
}

/** Whether the text is a code of the hub's licences. */
export function isLicence(code: string): code is LicenceCode {
  return Object.hasOwn(licences, code)
}

/** Everything that the licences of a dataset ask, each once, in the order of the licences. */
export function termsOf(codes: readonly LicenceCode[]): Term[] {
  return [...new Set(licenceCodes.filter((code) => codes.includes(code)).flatMap((code) => licences[code].terms))]
}

/** The code for a code, SPDX reference or name in any letter case and spelling of "licence"; else null. */
export function normaliseLicence(name: string): LicenceCode | null {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/^licenseref-(aida-(?=controlled))?/, '')
    .replace(/\s*[- ]\s*licen[cs]e$/, '')
    .replace(/[\s_]+/g, '-')
  return isLicence(key) ? key : null
}
