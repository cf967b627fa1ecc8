import { doiUrl } from '@/lib/platform/identifiers/doi'
import { type DatasetRecord, doiOf } from '../schema/record'
import { nameParts, type PersonName } from './person-name'

/** One item of CSL-JSON (csl-data 1.0): what citation styles are given. */
export interface CitationItem {
  id: string
  type: 'dataset'
  'citation-key': string
  title: string
  author: PersonName[]
  issued: { 'date-parts': [number[]] }
  publisher: string
  version: string
  DOI: string
  URL: string
}

export type Cited = Pick<
  DatasetRecord,
  'slug' | 'title' | 'authors' | 'datePublished' | 'year' | 'publisher' | 'version'
>

/** The day where the register says it and it agrees with the year under which the dataset is cited. */
function issuedOn({ datePublished, year }: Cited): number[] {
  const parts = datePublished?.split('-').map(Number) ?? []
  return parts[0] === year ? parts : [year]
}

/** The item for one version of a dataset. All versions share the DOI; the version number tells them apart. */
export function citationItem(record: Cited): CitationItem {
  const doi = doiOf(record.slug)
  return {
    id: doi,
    type: 'dataset',
    'citation-key': `aida_${record.slug.replaceAll('-', '_')}_${record.year}`,
    title: record.title,
    author: record.authors.map(({ name }) => nameParts(name)),
    issued: { 'date-parts': [issuedOn(record)] },
    publisher: record.publisher,
    version: record.version,
    DOI: doi,
    URL: doiUrl(doi),
  }
}
