import { z } from 'zod'
import { isDoi } from '@/lib/platform/identifiers/doi'
import { isOrcid } from '@/lib/platform/identifiers/orcid'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { licenceCodes } from '../rules/licences'
import { isModality, type Modality } from '../rules/modality'
import { isSnomedConcept } from '../rules/snomed'
import { invalid } from './invalid'
import { isoDate, listOf, optionalText, text, webAddress, wordKey } from './text'

/** The prefix and first part under which the hub registers its datasets. */
export const doiStem = '10.23698/aida/'

/** The dataset's part of its DOI and of its address. Reserved: names of routes beside `/datasets/<slug>`. */
export const Slug = z
  .string(invalid.slug)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, invalid.slug)
  .min(2, invalid.slug)
  .max(64, invalid.slug)
  .refine((slug) => !['compare', 'new', 'import', 'search', 'feed'].includes(slug), invalid.slug)
  .refine((slug) => !holdsPersonalNumber(slug), invalid.namesSomebody)

export const VersionNumber = z.string(invalid.version).regex(/^\d{1,5}(\.\d{1,5}){1,2}$/, invalid.version)

const orcid = z.string(invalid.orcid).refine(isOrcid, invalid.orcid).nullable()
const count = z.int(invalid.count).min(0, invalid.count).nullable()
const year = z.int(invalid.year).min(1900, invalid.year).max(2999, invalid.year)
const modality = z.string(invalid.modality).refine((code): code is Modality => isModality(code), invalid.modality)

export const Organ = z.object({
  name: text(100),
  sctid: z.string(invalid.sctid).refine(isSnomedConcept, invalid.sctid),
  uberon: z
    .string(invalid.uberon)
    .regex(/^UBERON:\d{7}$/, invalid.uberon)
    .nullable(),
})

export const Author = z.object({ name: text(200), orcid })

export const CopyrightHolder = z
  .object({
    name: text(200),
    type: z.enum(['Organization', 'Person'], invalid.choice),
    url: webAddress.nullable(),
    orcid,
  })
  .refine((holder) => holder.type === 'Person' || holder.orcid === null, {
    message: invalid.holderOrcid,
    path: ['orcid'],
  })

export const Citation = z.object({
  doi: z.string(invalid.doi).refine(isDoi, invalid.doi).nullable(),
  text: text(2000),
})

const fields = {
  slug: Slug.meta({ description: 'Last part of the DOI 10.23698/aida/<slug>; never changes', example: 'ctpa' }),
  title: text(300),
  shortName: text(40),
  subject: text(60).meta({ description: 'Field of medicine', example: 'Radiology' }),
  abstract: text(10_000),
  keywords: listOf(text(100), 60, wordKey),
  modalities: listOf(modality, 20).meta({ description: 'Acquisition modality, DICOM PS3.16 CID 29', example: ['CT'] }),
  organs: listOf(Organ, 40, (organ) => organ.sctid).meta({ description: 'Organs with SNOMED CT and Uberon codes' }),
  numberOfScans: count.meta({ description: 'Examinations or slides; null: not stated' }),
  numberOfAnnotations: count.meta({ description: 'Annotations; null: not stated' }),
  bytes: count.meta({ description: 'Size in bytes; null: not stated' }),
  status: z.enum(['Completed', 'Ongoing'], invalid.choice).meta({ description: 'Whether collection has ended' }),
  version: VersionNumber,
  dateCreated: isoDate.nullable(),
  datePublished: isoDate.nullable(),
  dateModified: isoDate.nullable(),
  year: year.meta({ description: 'Year of publication, as cited' }),
  authors: listOf(Author, 200, (author) => author.orcid ?? wordKey(author.name)),
  publisher: text(200),
  copyrightYear: year.nullable(),
  copyrightHolders: listOf(CopyrightHolder, 50, (holder) => wordKey(holder.name)),
  licences: listOf(z.enum(licenceCodes, invalid.choice), licenceCodes.length),
  citations: listOf(Citation, 100, (citation) => citation.text),
  ageSpan: optionalText(200).meta({ description: 'Ages as the depositor wrote them', example: '45-93' }),
  resolution: optionalText(1000),
  scanners: listOf(text(300), 60, wordKey),
  stain: optionalText(1000),
  phase: optionalText(1000),
  landingPage: webAddress.nullable().meta({ description: 'The page the DOI was first registered with' }),
  contactEmail: z
    .email(invalid.email)
    .max(254, invalid.email)
    .refine((address) => !holdsPersonalNumber(address), invalid.namesSomebody)
    .nullable(),
  notes: listOf(text(2000), 50).meta({ description: 'What is odd about the figures or the source' }),
  duoSuggested: listOf(z.string(invalid.duo).regex(/^DUO:\d{7}$/, invalid.duo), 30).meta({
    description: 'Data use terms (DUO) that seem to fit; a suggestion by the portal, not a licence',
  }),
} as const

function datesInOrder(record: {
  dateCreated: string | null
  datePublished: string | null
  dateModified: string | null
}) {
  const dates = [record.dateCreated, record.datePublished, record.dateModified].filter((date) => date !== null)
  return dates.every((date, i) => i === 0 || (dates[i - 1] ?? '') <= date)
}

/** Everything the register holds about one version of a dataset. Null always means "not stated". */
export const DatasetRecord = z
  .object(fields)
  .refine(datesInOrder, { message: invalid.dateOrder, path: ['dateModified'] })
  .meta({ id: 'DatasetRecord', description: 'What the register holds about one version of a dataset' })

export type DatasetRecord = z.output<typeof DatasetRecord>
export type RecordField = keyof DatasetRecord
export type Organ = z.output<typeof Organ>
export type Author = z.output<typeof Author>
export type CopyrightHolder = z.output<typeof CopyrightHolder>
export type Citation = z.output<typeof Citation>

/** The fields of a record in the order in which people read them. */
export const recordFields = Object.keys(fields) as readonly RecordField[]

/** The DOI under which a dataset is registered. */
export function doiOf(slug: string): string {
  return doiStem + slug
}
