import type { DatasetRecord } from '../../schema/record'
import type { FacetName } from '../../schema/search'
import { parseAgeSpan } from '../age'
import { nameKey } from '../organs'

/** Sizes in bytes by powers of 1000; each bucket reaches from its own bound to the next. */
export const sizeBuckets = [
  { key: 'under-10gb', from: 0 },
  { key: '10-100gb', from: 10e9 },
  { key: '100gb-1tb', from: 100e9 },
  { key: 'over-1tb', from: 1e12 },
] as const

/** Ages in whole years; a dataset is in each bucket that its span touches. */
export const ageBuckets = [
  { key: 'children', min: 0, max: 17 },
  { key: 'adults', min: 18, max: 64 },
  { key: 'older', min: 65, max: Number.POSITIVE_INFINITY },
] as const

/** The key for "the register does not say". */
export const notStated = 'not-stated'

/** Facets whose values are a closed list, in the order in which people read them; the others order by count. */
export const closedFacets: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  annotated: ['yes', 'no'],
  status: ['completed', 'ongoing'],
  size: [...sizeBuckets.map((bucket) => bucket.key), notStated],
  age: [...ageBuckets.map((bucket) => bucket.key), notStated],
}

/** The bucket of a size in bytes. */
export function sizeBucket(bytes: number | null): string {
  if (bytes === null) return notStated
  return sizeBuckets.findLast((bucket) => bytes >= bucket.from)?.key ?? notStated
}

/** The buckets that an age span, as the depositor wrote it, touches. */
export function ageBucketsOf(ageSpan: string | null): string[] {
  const span = parseAgeSpan(ageSpan)
  if (span === null) return [notStated]
  const max = span.max ?? Number.POSITIVE_INFINITY
  return ageBuckets.filter((bucket) => span.min <= bucket.max && max >= bucket.min).map((bucket) => bucket.key)
}

/** Whether the dataset counts as annotated: by the keyword, the same rule as that of the metrics table. */
export function isAnnotated(record: Pick<DatasetRecord, 'keywords'>): boolean {
  return record.keywords.includes('Annotated')
}

export type FacetSource = Pick<
  DatasetRecord,
  'modalities' | 'organs' | 'subject' | 'keywords' | 'licences' | 'status' | 'year' | 'bytes' | 'ageSpan'
>

/** The values under which a dataset is found in each facet; what the search index stores and counts. */
export function facetKeys(record: FacetSource): Record<FacetName, string[]> {
  return {
    modality: [...record.modalities],
    organ: [...new Set(record.organs.map((organ) => nameKey(organ.name)))],
    subject: [nameKey(record.subject)],
    annotated: [isAnnotated(record) ? 'yes' : 'no'],
    licence: [...record.licences],
    status: [record.status.toLowerCase()],
    year: [String(record.year)],
    size: [sizeBucket(record.bytes)],
    age: ageBucketsOf(record.ageSpan),
  }
}
