import type { DatasetRecord } from '../../schema/record'
import type { FacetName } from '../../schema/search'
import { type TextField, textFields } from '../query-language/ast'
import { facetKeys, isAnnotated } from './facets'
import { fold, searchable, spelledWords } from './fold'

/** What a hit shows. */
export interface Hit {
  slug: string
  title: string
  shortName: string
  abstract: string
  subject: string
  modalities: readonly string[]
  organs: readonly string[]
  annotated: boolean
  licences: readonly string[]
  status: string
  version: string
  year: number
  scans: number | null
  annotations: number | null
  bytes: number | null
  published: string
}

/** The facets that are stored together under one number (search_set): each group has few different combinations. */
export const facetGroups = {
  kind: ['modality', 'subject', 'annotated'],
  organ: ['organ'],
  time: ['year', 'status'],
  terms: ['licence', 'size', 'age'],
} as const satisfies Record<string, readonly FacetName[]>

export interface SearchSet {
  marks: string[]
  labels: string[]
}

/** A value that people may type, of which kind, its folded key and how it is written. */
export type SearchTerm = readonly [kind: string, key: string, label: string]

/** A published dataset as the search stores it; the argument of `search_put` in the database. */
export interface SearchEntry {
  datasetId: string
  /** Milliseconds since 1970. */
  published: number
  /** Not stated is -1, so that it sorts last. */
  bytes: number
  scans: number
  annotations: number
  titleKey: string
  /** Words by weight. */
  a: string
  b: string
  c: string
  d: string
  /** Lexemes that words cannot be: `modality=CT`, `in-author=jorg schilcher`. */
  marks: string[]
  sets: Record<keyof typeof facetGroups, SearchSet>
  terms: SearchTerm[]
  card: Hit
}

/** The lexeme under which a value of a kind is found. */
export const markOf = (kind: string, key: string) => `${kind}=${key}`

const texts: Record<TextField, (record: DatasetRecord) => readonly string[]> = {
  organ: (record) => record.organs.map((organ) => organ.name),
  subject: (record) => [record.subject],
  author: (record) => record.authors.map((author) => author.name),
  keyword: (record) => record.keywords,
  title: (record) => [record.title],
  name: (record) => [record.shortName],
}

function labelsOf(record: DatasetRecord, facet: FacetName, keys: readonly string[]): readonly string[] {
  if (facet === 'organ') return [...new Map(record.organs.map(({ name }) => [fold(name), name])).values()]
  return facet === 'subject' ? [record.subject] : keys
}

function setsOf(record: DatasetRecord): SearchEntry['sets'] {
  const keys = facetKeys(record)
  const set = (facets: readonly FacetName[]): SearchSet => ({
    marks: facets.flatMap((facet) => keys[facet].map((key) => markOf(facet, key))),
    labels: facets.flatMap((facet) => keys[facet].map((key, i) => labelsOf(record, facet, keys[facet])[i] ?? key)),
  })
  const { kind, organ, time, terms } = facetGroups
  return { kind: set(kind), organ: set(organ), time: set(time), terms: set(terms) }
}

function termsOf(record: DatasetRecord): SearchTerm[] {
  const fields = textFields.flatMap((field) =>
    texts[field](record).map((value): SearchTerm => [`in-${field}`, fold(value), value]),
  )
  const spoken = [record.title, record.abstract, record.shortName, ...record.keywords, ...texts.organ(record)]
  const names = texts.author(record)
  const words = spelledWords([...spoken, ...names].join(' ')).map((word): SearchTerm => ['word', word, word])
  const codes = record.modalities.map((code): SearchTerm => ['modality', code, code])
  const year: SearchTerm = ['year', String(record.year), String(record.year)]
  return [...new Map([...fields, ...words, ...codes, year].map((term) => [markOf(term[0], term[1]), term])).values()]
}

function cardOf(record: DatasetRecord, publishedAt: Date): Hit {
  return {
    slug: record.slug,
    title: record.title,
    shortName: record.shortName,
    abstract: record.abstract,
    subject: record.subject,
    modalities: record.modalities,
    organs: texts.organ(record),
    annotated: isAnnotated(record),
    licences: record.licences,
    status: record.status,
    version: record.version,
    year: record.year,
    scans: record.numberOfScans,
    annotations: record.numberOfAnnotations,
    bytes: record.bytes,
    published: record.datePublished ?? publishedAt.toISOString().slice(0, 10),
  }
}

// A stop word takes a place and is no word: a phrase is never found across two texts.
const apart = ' the '
const together = (list: readonly (string | null)[]) =>
  searchable(apart + list.filter((one) => one !== null).join(apart))

/** What the search stores of a record that the public may see. */
export function searchEntry(datasetId: string, record: DatasetRecord, publishedAt: Date): SearchEntry {
  const sets = setsOf(record)
  const terms = termsOf(record)
  const stored = terms.filter(([kind]) => kind.startsWith('in-')).map(([kind, key]) => markOf(kind, key))
  const codes = record.organs.flatMap((organ) => [organ.sctid, organ.uberon ?? ''])
  const rest = [
    record.stain,
    record.phase,
    record.resolution,
    ...record.scanners,
    ...record.citations.map((c) => c.text),
  ]
  return {
    datasetId,
    published: Date.parse(record.datePublished ?? publishedAt.toISOString()),
    bytes: record.bytes ?? -1,
    scans: record.numberOfScans ?? -1,
    annotations: record.numberOfAnnotations ?? -1,
    titleKey: fold(record.title),
    a: together([record.title, record.shortName, record.slug]),
    b: together([...record.keywords, ...texts.organ(record), ...record.modalities, record.subject, ...codes]),
    c: together([record.abstract]),
    d: together([...texts.author(record), ...record.copyrightHolders.map((holder) => holder.name), ...rest]),
    marks: ['all=', markOf('slug', record.slug), ...Object.values(sets).flatMap((set) => set.marks), ...stored],
    sets,
    terms,
    card: cardOf(record, publishedAt),
  }
}
