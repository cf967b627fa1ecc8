import { doiUrl } from '@/lib/platform/identifiers/doi'
import { orcidUrl } from '@/lib/platform/identifiers/orcid'
import { formatBytes } from '@/lib/platform/size'
import { type DatasetRecord, doiOf } from '../schema/record'
import { licences } from './licences'
import { modalityLabel } from './modality'
import { snomedUri } from './snomed'

/** What stands around the record: absolute addresses without a slash at the end, and what is no part of a version. */
export interface JsonLdContext {
  origin: string
  /** The address of this version's own page. */
  pageUrl: string
  hubName: string
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const person = ({ name, orcid }: { name: string; orcid: string | null }): Json => ({
  '@type': 'Person',
  name,
  ...(orcid === null ? {} : { '@id': orcidUrl(orcid) }),
})

const holder = (one: DatasetRecord['copyrightHolders'][number]): Json =>
  one.type === 'Person'
    ? person(one)
    : { '@type': 'Organization', name: one.name, ...(one.url === null ? {} : { url: one.url }) }

const counted = (name: string, value: number | null): Json[] =>
  value === null ? [] : [{ '@type': 'PropertyValue', name, value }]

const organ = ({ name, sctid, uberon }: DatasetRecord['organs'][number]): Json => ({
  '@type': 'AnatomicalStructure',
  name,
  code: [
    { '@type': 'MedicalCode', codeValue: sctid, codingSystem: 'SNOMED CT', url: snomedUri(sctid) },
    ...(uberon === null ? [] : [{ '@type': 'MedicalCode', codeValue: uberon, codingSystem: 'UBERON' }]),
  ],
})

// A property without a value would read as one whose value is nothing.
function stated(properties: Record<string, Json | undefined>): Record<string, Json> {
  const entries = Object.entries(properties).filter(
    (entry): entry is [string, Json] =>
      entry[1] !== undefined && entry[1] !== null && !(Array.isArray(entry[1]) && entry[1].length === 0),
  )
  return Object.fromEntries(entries)
}

/** The dataset as schema.org describes one, for search engines of data. */
export function datasetJsonLd(
  record: DatasetRecord,
  { origin, pageUrl, hubName }: JsonLdContext,
): Record<string, Json> {
  const doi = doiUrl(doiOf(record.slug))
  return stated({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': doi,
    identifier: [doi],
    name: record.title,
    alternateName: record.shortName,
    description: record.abstract,
    url: pageUrl,
    version: record.version,
    creativeWorkStatus: record.status,
    inLanguage: 'en',
    keywords: record.keywords,
    dateCreated: record.dateCreated,
    datePublished: record.datePublished,
    dateModified: record.dateModified,
    creator: record.authors.map(person),
    publisher: { '@type': 'Organization', name: record.publisher },
    copyrightYear: record.copyrightYear,
    copyrightHolder: record.copyrightHolders.map(holder),
    license: record.licences.map((code) => ({
      '@type': 'CreativeWork',
      name: licences[code].name.en,
      identifier: licences[code].spdx,
      url: `${pageUrl}#${code}`,
    })),
    conditionsOfAccess: 'Controlled access on request',
    isAccessibleForFree: true,
    citation: record.citations.map(({ doi: cited, text }) => ({
      '@type': 'CreativeWork',
      name: text,
      ...(cited === null ? {} : { '@id': doiUrl(cited) }),
    })),
    measurementTechnique: record.modalities.map((code) => modalityLabel(code, 'en')),
    about: record.organs.map(organ),
    variableMeasured: [
      ...counted('Scans', record.numberOfScans),
      ...counted('Annotations', record.numberOfAnnotations),
    ],
    size: record.bytes === null ? undefined : formatBytes(record.bytes).replace('\u00a0', ' '),
    includedInDataCatalog: { '@type': 'DataCatalog', name: hubName, url: `${origin}/` },
  })
}

/** JSON that may stand inside `<script>`: nothing in it can end the element or open a comment. */
export function scriptJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
