import { normaliseDoi } from '@/lib/platform/identifiers/doi'
import { formatBytes } from '@/lib/platform/size'
import { DatasetRecord, doiOf } from '../../schema/record'
import { wordKey } from '../../schema/text'
import { licenceCodes, licences, normaliseLicence } from '../licences'
import { normaliseModality } from '../modality'
import { isAnnotated } from '../search/facets'
import { Findings } from './finding'
import { readAuthors, readCitations, readHolders, readOrgans, readUrl } from './people'
import { type ReadSharing, readSharing } from './sharing'
import { isObject, once, pick, readCode, readCount, readDate, readList, readText } from './values'

type Raw = Readonly<Record<string, unknown>>

/** Fields of a row: those of the register's own file, those of our record, and none else. */
const known = new Set(
  (
    'slug doi title shortName subject abstract keywords inAnnotatedGroup modality modalities organ organs numberOfScans ' +
    'numberOfAnnotations bytes sizeHuman status version dateCreated datePublished dateModified year authors publisher ' +
    'copyrightYear copyrightHolders licenses licences citations ageSpan resolution scanners stain phase landingPage ' +
    'contactEmail notes duoSuggested countriesShared externalSharingEvents sharing figures'
  ).split(' '),
)

function readTexts(findings: Findings, field: string, value: unknown): string[] {
  const texts = readList(findings, field, value).map((text, i) => readText(findings, `${field}.${i}`, text))
  return once(
    findings,
    field,
    texts.filter((text) => text !== null),
    wordKey,
  )
}

function readSlug(findings: Findings, raw: Raw): string | null {
  const stated = readText(findings, 'slug', raw.slug)?.toLowerCase() ?? null
  const doi = readCode(findings, 'doi', raw.doi, normaliseDoi, {
    mended: 'doi-form',
    refused: 'doi-wrong',
    fatal: true,
  })
  if (stated !== null && stated !== String(raw.slug).trim()) findings.mended('slug', raw.slug, stated, 'choice-name')
  const derived = doi?.toLowerCase().startsWith(doiOf('')) ? doi.toLowerCase().slice(doiOf('').length) : null
  if (stated === null && derived !== null) findings.mended('slug', null, derived, 'derived')
  const slug = stated ?? derived
  if (slug === null) return findings.fatal('slug', raw.slug, 'missing')
  if (doi !== null && doi.toLowerCase() !== doiOf(slug)) findings.fatal('doi', doi, 'doi-not-slug')
  return slug
}

function readDates(findings: Findings, raw: Raw) {
  const created = readDate(findings, 'dateCreated', raw.dateCreated)
  const published = readDate(findings, 'datePublished', raw.datePublished)
  const modified = readDate(findings, 'dateModified', raw.dateModified)
  const dateCreated = created.kind === 'day' ? created.day : null
  const datePublished = published.kind === 'day' ? published.day : null
  if (created.kind === 'impossible') findings.refused('dateCreated', raw.dateCreated, 'date-wrong')
  if (published.kind === 'impossible') findings.refused('datePublished', raw.datePublished, 'date-wrong')
  if (modified.kind === 'day') return { dateCreated, datePublished, dateModified: modified.day }
  // The latest day that is certain: a dataset was not changed before it was published.
  if (modified.kind === 'impossible' && datePublished !== null) {
    findings.mended('dateModified', raw.dateModified, datePublished, 'date-impossible')
    return { dateCreated, datePublished, dateModified: datePublished }
  }
  if (modified.kind === 'impossible') findings.refused('dateModified', raw.dateModified, 'date-wrong')
  return { dateCreated, datePublished, dateModified: null }
}

function readLicences(findings: Findings, value: unknown) {
  const read = readList(findings, 'licences', value).map((member, i) => {
    const written = isObject(member) ? pick(member, 'code', 'name') : member
    const reasons = { mended: 'licence-name', refused: 'licence-unknown', fatal: true } as const
    const code = readCode(findings, `licences.${i}`, written, normaliseLicence, reasons)
    return code
  })
  const codes = once(
    findings,
    'licences',
    read.filter((code) => code !== null),
    (code) => code,
  )
  if (codes.includes('controlled-access')) return codes
  findings.mended('licences', codes, licenceCodes[0], 'licence-added')
  return [licenceCodes[0], ...codes]
}

/** Terms that the row states for a licence otherwise than the licence itself does; they are kept as notes. */
function licenceNotes(findings: Findings, value: unknown): string[] {
  const members = Array.isArray(value) ? value : []
  return members.flatMap((member: unknown, i) => {
    const code = isObject(member) ? normaliseLicence(String(pick(member, 'code', 'name'))) : null
    const summary = isObject(member) && typeof member.summary === 'string' ? member.summary.trim() : ''
    if (code === null || summary === '' || summary === licences[code].summary) return []
    const note = `The register describes the licence “${licences[code].name.en}” as: ${summary}`
    findings.mended(`licences.${i}.summary`, summary, note, 'noted')
    return [note]
  })
}

function readModalities(findings: Findings, value: unknown) {
  const reasons = { mended: 'modality-name', refused: 'modality-unknown', fatal: true } as const
  const read = readList(findings, 'modalities', value).map((member, i) =>
    readCode(findings, `modalities.${i}`, member, normaliseModality, reasons),
  )
  return once(
    findings,
    'modalities',
    read.filter((code) => code !== null),
    (code) => code,
  )
}

function readStatus(findings: Findings, value: unknown) {
  const choose = (text: string) =>
    /^(completed?|avslutad)$/i.test(text.trim())
      ? 'Completed'
      : /^(ongoing|pågående)$/i.test(text.trim())
        ? 'Ongoing'
        : null
  return readCode(findings, 'status', value, choose, { mended: 'choice-name', refused: 'choice-wrong', fatal: true })
}

function readVersion(findings: Findings, value: unknown) {
  const plain = (text: string) => /^v?\.?\s*(\d+(?:\.\d+){0,2})$/i.exec(text.trim())?.[1] ?? null
  const whole = (text: string) => (plain(text)?.includes('.') === false ? `${plain(text)}.0` : plain(text))
  return readCode(findings, 'version', value, whole, { mended: 'version-form', refused: 'invalid', fatal: true })
}

function readDuo(findings: Findings, value: unknown) {
  const list = readList(findings, 'duoSuggested', isObject(value) ? value.codes : value)
  const plain = (text: string) => {
    const digits = /^(?:https?:\/\/purl\.obolibrary\.org\/obo\/)?duo[:_](\d{7})$/i.exec(text.trim())?.[1]
    return digits === undefined ? null : `DUO:${digits}`
  }
  const reasons = { mended: 'choice-name', refused: 'duo-wrong' } as const
  const codes = list.map((code, i) => readCode(findings, `duoSuggested.${i}`, code, plain, reasons))
  return once(
    findings,
    'duoSuggested',
    codes.filter((code) => code !== null),
    (code) => code,
  )
}

function readEmail(findings: Findings, value: unknown) {
  const plain = (text: string) => {
    const address = text.trim().replace(/^mailto:/i, '')
    return DatasetRecord.shape.contactEmail.safeParse(address).success ? address : null
  }
  return readCode(findings, 'contactEmail', value, plain, { mended: 'spaces', refused: 'email-wrong' })
}

function readYear(findings: Findings, raw: Raw, datePublished: string | null) {
  const year = readCount(findings, 'year', raw.year)
  if (year !== null || datePublished === null) return year
  findings.mended('year', null, datePublished.slice(0, 4), 'derived')
  return Number(datePublished.slice(0, 4))
}

// What the portal computes itself is only compared: the row's own figure gives way, and that is said.
function compareComputed(findings: Findings, raw: Raw, record: DatasetRecord) {
  const annotated = isAnnotated(record)
  if (typeof raw.inAnnotatedGroup === 'boolean' && raw.inAnnotatedGroup !== annotated) {
    findings.mended('inAnnotatedGroup', raw.inAnnotatedGroup, annotated, 'differs')
  }
  const written = typeof raw.sizeHuman === 'string' ? raw.sizeHuman.replace(/\s/g, '\u00a0') : null
  const same = record.bytes !== null && sizesOf(record.bytes).includes(written ?? '')
  if (written !== null && !same) {
    findings.mended('sizeHuman', raw.sizeHuman, record.bytes === null ? null : formatBytes(record.bytes), 'differs')
  }
}

/** A size as we write it, and with its closing zero or without. */
function sizesOf(bytes: number): string[] {
  const [number = '', unit = ''] = formatBytes(bytes).split('\u00a0')
  const forms = [number, String(Number(number)), Number(number).toFixed(1), Number(number).toFixed(2)]
  return forms.filter((form) => Number(form) === Number(number)).map((form) => `${form}\u00a0${unit}`)
}

function draftOf(findings: Findings, raw: Raw, slug: string | null) {
  const text = (field: string) => readText(findings, field, raw[field])
  const dates = readDates(findings, raw)
  const written = pick(raw, 'licenses', 'licences')
  const shortName = text('shortName') ?? slug?.toUpperCase() ?? null
  if (!raw.shortName && shortName !== null) findings.mended('shortName', null, shortName, 'derived')
  return {
    slug,
    title: text('title'),
    shortName,
    subject: text('subject'),
    abstract: text('abstract'),
    keywords: readTexts(findings, 'keywords', raw.keywords),
    modalities: readModalities(findings, pick(raw, 'modality', 'modalities')),
    organs: readOrgans(findings, pick(raw, 'organ', 'organs')),
    numberOfScans: readCount(findings, 'numberOfScans', raw.numberOfScans),
    numberOfAnnotations: readCount(findings, 'numberOfAnnotations', raw.numberOfAnnotations),
    bytes: readCount(findings, 'bytes', raw.bytes),
    status: readStatus(findings, raw.status),
    version: readVersion(findings, raw.version),
    ...dates,
    year: readYear(findings, raw, dates.datePublished),
    authors: readAuthors(findings, raw.authors),
    publisher: text('publisher'),
    copyrightYear: readCount(findings, 'copyrightYear', raw.copyrightYear),
    copyrightHolders: readHolders(findings, raw.copyrightHolders),
    licences: readLicences(findings, written),
    citations: readCitations(findings, raw.citations),
    ageSpan: text('ageSpan'),
    resolution: text('resolution'),
    scanners: readTexts(findings, 'scanners', raw.scanners),
    stain: text('stain'),
    phase: text('phase'),
    landingPage: readUrl(findings, 'landingPage', raw.landingPage),
    contactEmail: readEmail(findings, raw.contactEmail),
    notes: [...new Set([...readTexts(findings, 'notes', raw.notes), ...licenceNotes(findings, written)])],
    duoSuggested: readDuo(findings, raw.duoSuggested),
  }
}

/** A row as read. `record` is null when the row is refused; `sharing` when the row says nothing about it. */
export interface ReadRow {
  slug: string | null
  record: DatasetRecord | null
  sharing: ReadSharing | null
  findings: Findings
}

/**
 * Reads one row: an object with the fields of the register's file or of our record. Every value that could not be taken
 * as it was stands in the findings.
 */
export function readRow(raw: unknown): ReadRow {
  const findings = new Findings()
  if (!isObject(raw)) {
    findings.fatal('', raw, 'not-a-row')
    return { slug: null, record: null, sharing: null, findings }
  }
  for (const field of Object.keys(raw)) if (!known.has(field)) findings.refused(field, raw[field], 'unknown-field')
  const slug = readSlug(findings, raw)
  const draft = draftOf(findings, raw, slug)
  const sharing = readSharing(findings, raw)
  const parsed = DatasetRecord.safeParse(draft)
  if (parsed.success) compareComputed(findings, raw, parsed.data)
  for (const issue of parsed.error?.issues ?? []) {
    const [field = ''] = issue.path
    const value = Object.hasOwn(draft, field) ? draft[field as keyof typeof draft] : null
    // What was refused above is not refused again for being missing.
    const told = findings.list.some((finding) => finding.fatal && finding.field.split('.')[0] === field)
    if (!told) findings.fatal(issue.path.join('.'), value, value === null ? 'missing' : 'invalid', issue.message)
  }
  return { slug, record: findings.refusesRow ? null : (parsed.data ?? null), sharing, findings }
}
