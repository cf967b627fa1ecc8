import { doiUrl } from '@/lib/platform/identifiers/doi'
import { orcidUrl } from '@/lib/platform/identifiers/orcid'
import { type DatasetRecord, doiOf } from '../schema/record'
import { type LicenceCode, licences } from './licences'

/** The licence's name as the old site spelled it. */
const oldName = (code: LicenceCode) => licences[code].name.en.replace('licence', 'license')

/** The licence's place on the page, whose address the old site gave as its id. */
const anchor = (code: LicenceCode) => oldName(code).toLowerCase().replaceAll(' ', '-')

function nameOf({ name, type, orcid, url }: { name: string; type: string; orcid: string | null; url: string | null }) {
  const known = { name, '@type': type, ...(orcid === null ? {} : { '@id': orcidUrl(orcid) }) }
  return url === null ? known : { ...known, url }
}

function dataciteOf(record: DatasetRecord, page: string) {
  return {
    '@context': 'http://schema.org',
    '@type': 'Dataset',
    '@id': doiUrl(doiOf(record.slug)),
    name: record.title,
    about: record.subject,
    url: page,
    author: record.authors.map((author) => nameOf({ ...author, type: 'Person', url: null })),
    publisher: { '@type': 'Organization', name: record.publisher },
    copyrightYear: record.copyrightYear,
    copyrightHolder: record.copyrightHolders.map(nameOf),
    provider: [{ name: 'AIDA Data Hub', email: record.contactEmail, '@type': 'Organization' }],
    dateCreated: record.dateCreated,
    datePublished: record.datePublished,
    dateModified: record.dateModified,
    keywords: record.keywords.join(', '),
    version: record.version,
    description: record.abstract,
    license: record.licences.map((code) => ({
      name: oldName(code),
      id: `${page}#${anchor(code)}`,
      spdx: licences[code].spdx,
      '@type': 'CreativeWork',
      abstract: licences[code].summary,
    })),
    citation: record.citations.map(({ doi, text }) => ({
      '@type': 'CreativeWork',
      ...(doi === null ? {} : { '@id': doiUrl(doi) }),
      name: text,
    })),
  }
}

/** The address of a dataset on the old site, without the host; it is answered for good. */
export function legacyPath(slug: string): string {
  return `/${doiOf(slug)}`
}

/**
 * One entry of the old site's `/api/1.0/metadata.json`: `datacite` and `other`, with its field names and types (keywords in
 * one string, SNOMED codes as numbers, nothing stated as null). `origin` is the portal's, without a slash at the end.
 */
export function legacyEntry(record: DatasetRecord, countries: readonly string[], origin: string) {
  return {
    datacite: dataciteOf(record, `${origin}${legacyPath(record.slug)}`),
    other: {
      shortName: record.shortName,
      status: record.status,
      'countries-shared': [...countries].sort(),
      organ: record.organs.map(({ name, sctid }) => ({ name, sctid: Number(sctid) })),
      'age-span': record.ageSpan,
      bytes: record.bytes,
      numberOfScans: record.numberOfScans,
      numberOfAnnotations: record.numberOfAnnotations,
      resolution: record.resolution,
      modality: [...record.modalities],
      scanner: [...record.scanners],
      stain: record.stain,
      phase: record.phase,
    },
  }
}
