import { normaliseDoi } from '@/lib/platform/identifiers/doi'
import { normaliseOrcid } from '@/lib/platform/identifiers/orcid'
import type { Author, Citation, CopyrightHolder, Organ } from '../../schema/record'
import { webAddress, wordKey } from '../../schema/text'
import { normaliseSctid } from '../snomed'
import type { Findings } from './finding'
import { isObject, once, pick, readCode, readList, readText } from './values'

const orcidReasons = { mended: 'orcid-form', refused: 'orcid-wrong' } as const

function normaliseUrl(text: string): string | null {
  const trimmed = text.trim()
  const address = /^(www\.|[a-z0-9-]+\.(se|org|com|eu|net|edu|int)(\/|$))/i.test(trimmed)
    ? `https://${trimmed}`
    : trimmed
  return webAddress.safeParse(address).success ? address : null
}

/** An http(s) address; `www.liu.se` gets https, and what is no address, such as a stray caption, is left out. */
export function readUrl(findings: Findings, field: string, value: unknown): string | null {
  return readCode(findings, field, value, normaliseUrl, { mended: 'url-form', refused: 'url-wrong' })
}

// A bare text stands for an object with only its first field.
function asObject(value: unknown, field: string): Record<string, unknown> {
  return isObject(value) ? value : { [field]: value }
}

/** Each member by `read`; members that come out as null fall away. */
function readMembers<T>(
  findings: Findings,
  field: string,
  value: unknown,
  read: (path: string, value: unknown) => T | null,
): T[] {
  const members = readList(findings, field, value).map((member, i) => read(`${field}.${i}`, member))
  return members.filter((member) => member !== null)
}

/** Authors with their ORCID iD; a wrong one is left out and reported, the author stays. */
export function readAuthors(findings: Findings, value: unknown): Author[] {
  const authors = readMembers(findings, 'authors', value, (path, member): Author | null => {
    const { name, orcid } = asObject(member, 'name')
    const text = readText(findings, `${path}.name`, name)
    if (text === null) return findings.fatal(`${path}.name`, name, 'missing')
    return { name: text, orcid: readCode(findings, `${path}.orcid`, orcid, normaliseOrcid, orcidReasons) }
  })
  return once(findings, 'authors', authors, (author) => author.orcid ?? wordKey(author.name))
}

export function readHolders(findings: Findings, value: unknown): CopyrightHolder[] {
  const holders = readMembers(findings, 'copyrightHolders', value, (path, member): CopyrightHolder | null => {
    const raw = asObject(member, 'name')
    const name = readText(findings, `${path}.name`, raw.name)
    if (name === null) return findings.fatal(`${path}.name`, raw.name, 'missing')
    const orcid = readCode(findings, `${path}.orcid`, raw.orcid, normaliseOrcid, orcidReasons)
    const choose = (text: string) =>
      /^person$/i.test(text) ? 'Person' : /^organi[sz]ation$/i.test(text) ? 'Organization' : null
    const reasons = { mended: 'choice-name', refused: 'choice-wrong' } as const
    const stated = readCode(findings, `${path}.type`, raw.type, choose, reasons)
    const type = stated ?? (orcid === null ? 'Organization' : 'Person')
    if (stated === null) findings.mended(`${path}.type`, null, type, 'derived')
    return { name, type, url: readUrl(findings, `${path}.url`, raw.url), orcid }
  })
  return once(findings, 'copyrightHolders', holders, (holder) => wordKey(holder.name))
}

/** Works that a user is to cite; a wrong DOI is left out and reported, the text stays. */
export function readCitations(findings: Findings, value: unknown): Citation[] {
  const citations = readMembers(findings, 'citations', value, (path, member): Citation | null => {
    const raw = asObject(member, 'text')
    const text = readText(findings, `${path}.text`, raw.text)
    const reasons = { mended: 'doi-form', refused: 'doi-wrong' } as const
    const doi = readCode(findings, `${path}.doi`, raw.doi, normaliseDoi, reasons)
    if (text === null) return doi === null ? findings.refused(path, member, 'missing') : { doi, text: doi }
    return { doi, text }
  })
  return once(findings, 'citations', citations, (citation) => citation.text)
}

function normaliseUberon(text: string): string | null {
  const digits = /^(?:https?:\/\/purl\.obolibrary\.org\/obo\/)?uberon[:_](\d{7})$/i.exec(text.trim())?.[1]
  return digits === undefined ? null : `UBERON:${digits}`
}

/** Organs by SNOMED CT; a wrong code refuses the row, since without it the organ is only a word. */
export function readOrgans(findings: Findings, value: unknown): Organ[] {
  const organs = readMembers(findings, 'organs', value, (path, member): Organ | null => {
    const raw = asObject(member, 'name')
    const name = readText(findings, `${path}.name`, raw.name)
    if (name === null) return findings.fatal(`${path}.name`, raw.name, 'missing')
    const codes = { mended: 'sctid-form', refused: 'sctid-wrong', fatal: true } as const
    const written = pick(raw, 'sctid', 'snomed')
    const sctid = readCode(findings, `${path}.sctid`, written, normaliseSctid, codes)
    const reasons = { mended: 'uberon-form', refused: 'uberon-wrong' } as const
    const uberon = readCode(findings, `${path}.uberon`, raw.uberon, normaliseUberon, reasons)
    if (sctid === null) return written ? null : findings.fatal(`${path}.sctid`, written, 'missing')
    return { name, sctid, uberon }
  })
  return once(findings, 'organs', organs, (organ) => organ.sctid)
}
