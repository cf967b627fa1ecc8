import type { DatasetRecord, RecordField } from '../schema/record'
import { normaliseModality } from './modality'

/** Parts in which a record is edited, one subject a page. The version is given when it is published; the slug is fixed. */
export const sections = {
  about: ['title', 'shortName', 'subject', 'abstract', 'keywords', 'status'],
  contents: ['modalities', 'organs', 'numberOfScans', 'numberOfAnnotations', 'bytes', 'ageSpan'],
  acquisition: ['resolution', 'scanners', 'stain', 'phase'],
  people: ['authors', 'publisher', 'contactEmail'],
  rights: ['licences', 'copyrightYear', 'copyrightHolders', 'duoSuggested'],
  dates: ['year', 'dateCreated', 'datePublished', 'dateModified'],
  references: ['citations', 'landingPage', 'notes'],
} as const satisfies Record<string, readonly RecordField[]>

export type Section = keyof typeof sections

export const sectionNames = Object.keys(sections) as readonly Section[]

export const isSection = (name: string): name is Section => Object.hasOwn(sections, name)

/** How a field stands in a form: one line, several, a number, a day, a choice, or a list with one member a line. */
export type FieldKind = 'line' | 'text' | 'number' | 'day' | 'status' | 'licences' | 'lines' | 'parts'

const kinds: Partial<Record<RecordField, FieldKind>> = {
  abstract: 'text',
  keywords: 'lines',
  status: 'status',
  modalities: 'lines',
  organs: 'parts',
  numberOfScans: 'number',
  numberOfAnnotations: 'number',
  bytes: 'number',
  resolution: 'text',
  scanners: 'lines',
  stain: 'text',
  phase: 'text',
  authors: 'parts',
  licences: 'licences',
  copyrightYear: 'number',
  copyrightHolders: 'parts',
  duoSuggested: 'lines',
  year: 'number',
  dateCreated: 'day',
  datePublished: 'day',
  dateModified: 'day',
  citations: 'parts',
  notes: 'lines',
}

export const kindOf = (field: RecordField): FieldKind => kinds[field] ?? 'line'

/** The parts of a line, in order, parted by a vertical bar. */
const partsOf: Partial<Record<RecordField, readonly string[]>> = {
  organs: ['name', 'sctid', 'uberon'],
  authors: ['name', 'orcid'],
  copyrightHolders: ['name', 'type', 'url', 'orcid'],
  citations: ['text', 'doi'],
}

const escaped = (text: string) => text.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n')
const plain = (text: string) => text.replace(/\\([\\|n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

/** Splits at bars that have no backslash before them. */
function partsIn(line: string): string[] {
  const parts: string[] = ['']
  for (const piece of line.match(/\\[\s\S]?|[^\\]/g) ?? []) {
    if (piece === '|') parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts.map((part) => plain(part.trim()))
}

function lineOf(names: readonly string[], member: Readonly<Record<string, unknown>>): string {
  const parts = names.map((name) => (typeof member[name] === 'string' ? escaped(member[name]) : ''))
  while (parts.length > 1 && parts.at(-1) === '') parts.pop()
  return parts.join(' | ')
}

/** A field's value as it stands in its form; several for a group of boxes. */
export function writeField(record: DatasetRecord, field: RecordField): string | string[] {
  const value = record[field]
  if (value === null) return ''
  if (!Array.isArray(value)) return String(value)
  const names = partsOf[field]
  if (kindOf(field) === 'licences') return value.map(String)
  return value.map((member) => (typeof member === 'string' ? escaped(member) : lineOf(names ?? [], member))).join('\n')
}

/** The lines of a list; which line of the form each member came from is kept, as empty lines do not count. */
export function linesOf(text: string): { line: number; text: string }[] {
  const lines = text.split(/\r\n|\r|\n/).map((each, i) => ({ line: i + 1, text: each.trim() }))
  return lines.filter((each) => each.text !== '')
}

function memberOf(field: RecordField, line: string): unknown {
  const names = partsOf[field]
  if (field === 'modalities') return normaliseModality(line) ?? line
  if (!names) return plain(line)
  const parts = partsIn(line)
  const member = Object.fromEntries(names.map((name, i) => [name, parts[i] ? parts[i] : null]))
  // What stands behind the last part would be lost without a word: one part too many makes none of them right.
  if (parts.length > names.length) return null
  return { ...member, [names[0] ?? '']: parts[0] ?? '' }
}

const asNumber = (text: string): unknown => {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : text
}

/** What was typed into a field as the value that the schema then judges. An empty field means "not stated". */
export function readField(field: RecordField, typed: string | readonly string[] | undefined): unknown {
  const kind = kindOf(field)
  if (kind === 'licences') return typed === undefined ? [] : typeof typed === 'string' ? [typed] : [...typed]
  const text = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : ''
  if (kind === 'lines' || kind === 'parts') return linesOf(text).map((each) => memberOf(field, each.text))
  if (text === '') return kind === 'status' || required.includes(field) ? '' : null
  return kind === 'number' ? asNumber(text) : text
}

/** Fields that every record states. */
export const required: readonly RecordField[] = [
  'title',
  'shortName',
  'subject',
  'abstract',
  'status',
  'publisher',
  'year',
]
