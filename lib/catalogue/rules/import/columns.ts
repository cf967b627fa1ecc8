import { type DatasetRecord, doiOf } from '../../schema/record'
import type { ReadSharing } from './sharing'

/**
 * Columns of the CSV file, in this order when we write one. Members of a list are parted by `;`, parts of a member by `|`;
 * a backslash before either, or before a backslash, makes it plain text. An empty cell, or a column left out, means
 * "not stated".
 */
export const csvColumns = [
  'slug',
  'doi',
  'title',
  'shortName',
  'subject',
  'abstract',
  'keywords',
  'modality',
  'organ',
  'numberOfScans',
  'numberOfAnnotations',
  'bytes',
  'status',
  'version',
  'dateCreated',
  'datePublished',
  'dateModified',
  'year',
  'authors',
  'publisher',
  'copyrightYear',
  'copyrightHolders',
  'licences',
  'citations',
  'ageSpan',
  'resolution',
  'scanners',
  'stain',
  'phase',
  'landingPage',
  'contactEmail',
  'notes',
  'duoSuggested',
  'sharing',
] as const

/** How the columns that hold more than one value are written. */
export const csvExamples = {
  keywords: 'Radiology;Annotated',
  modality: 'CT;MR',
  organ: 'Lung|39607008|UBERON:0002048',
  authors: 'Tobias Sjöblom|0000-0001-6668-4140;Dimitris Toumpanakis',
  copyrightHolders: 'Uppsala University|Organization|https://uu.se/|;Tobias Sjöblom|Person||0000-0001-6668-4140',
  licences: 'controlled-access;aida-by',
  citations: '10.1000/xyz|Author A. (2020) Title. Journal 1\\;2',
  duoSuggested: 'DUO:0000006;DUO:0000021',
  /** Sharing events by country. */
  sharing: 'SE|3;NO|1',
} as const satisfies Partial<Record<(typeof csvColumns)[number], string>>

export type CsvColumn = (typeof csvColumns)[number]

/** How the members of a list column are made of parts. */
const parts: Readonly<Record<string, readonly string[]>> = {
  organ: ['name', 'sctid', 'uberon'],
  authors: ['name', 'orcid'],
  copyrightHolders: ['name', 'type', 'url', 'orcid'],
  citations: ['doi', 'text'],
}

const plainLists: readonly string[] = ['keywords', 'modality', 'licences', 'scanners', 'notes', 'duoSuggested']

/** Splits at a separator that has no backslash before it; the parts keep their backslashes. */
function split(text: string, separator: ';' | '|'): string[] {
  const members: string[] = ['']
  for (const piece of text.match(/\\[\s\S]?|[^\\]/g) ?? []) {
    if (piece === separator) members.push('')
    else members[members.length - 1] += piece
  }
  return members
}

const withoutBackslashes = (text: string) => text.replace(/\\([;|\\])/g, '$1')
const withBackslashes = (text: string) => text.replace(/[;|\\]/g, '\\$&')

function membersOf(cell: string): string[] {
  return split(cell, ';').filter((member) => member.trim() !== '')
}

function objectOf(member: string, names: readonly string[]): Record<string, string | null> {
  const values = split(member, '|').map((part) => withoutBackslashes(part.trim()))
  // A citation without a DOI may be written as its text alone.
  const filled = names[0] === 'doi' && values.length === 1 ? ['', ...values] : values
  return Object.fromEntries(
    names.map((name, i) => [name, (filled[i] ?? '').trim() === '' ? null : (filled[i] ?? null)]),
  )
}

function sharingOf(cell: string) {
  const pairs = membersOf(cell).map((member) => split(member, '|').map((part) => part.trim()))
  return { byCountry: Object.fromEntries(pairs.map(([country = '', events = '1']) => [country, events])) }
}

/** A row of a CSV file, keyed by its header, as the object that `readRow` takes; unknown columns are passed on. */
export function rawOfColumns(cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const entries = Object.entries(cells).map(([header, text]): [string, unknown] => {
    const column = header.replace(/^\ufeff/, '').trim()
    // A spreadsheet's guard against formulas is not part of the text.
    const cell = /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
    const names = Object.hasOwn(parts, column) ? parts[column] : undefined
    if (cell.trim() === '') return [column, undefined]
    if (names !== undefined) return [column, membersOf(cell).map((member) => objectOf(member, names))]
    if (column === 'sharing') return [column, sharingOf(cell)]
    return [
      column,
      plainLists.includes(column) ? membersOf(cell).map((member) => withoutBackslashes(member.trim())) : cell,
    ]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const list = (values: readonly string[]) => values.map(withBackslashes).join(';')
const members = (values: readonly (readonly (string | null)[])[]) =>
  values.map((each) => each.map((part) => withBackslashes(part ?? '')).join('|')).join(';')

/** A record as a row of the CSV file, in the order of `csvColumns`. */
export function columnsOf(record: DatasetRecord, sharing: ReadSharing | null): (string | number | null)[] {
  const cells: Record<CsvColumn, string | number | null> = {
    ...record,
    doi: doiOf(record.slug),
    keywords: list(record.keywords),
    modality: list(record.modalities),
    organ: members(record.organs.map((organ) => [organ.name, organ.sctid, organ.uberon])),
    authors: members(record.authors.map((author) => [author.name, author.orcid])),
    copyrightHolders: members(record.copyrightHolders.map((one) => [one.name, one.type, one.url, one.orcid])),
    licences: list(record.licences),
    citations: members(record.citations.map((citation) => [citation.doi, citation.text])),
    scanners: list(record.scanners),
    notes: list(record.notes),
    duoSuggested: list(record.duoSuggested),
    sharing: members(Object.entries(sharing?.byCountry ?? {}).map(([country, events]) => [country, String(events)])),
  }
  return csvColumns.map((column) => cells[column])
}
