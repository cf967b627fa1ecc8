import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { type CatalogueMetrics, catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { type DatasetPage, datasetPage, datasetVersion } from '@/lib/catalogue/queries/dataset-page'
import { metricGroups } from '@/lib/catalogue/rules/metrics/table'
import { DataUse } from '@/lib/catalogue/schema/data-use'
import { DatasetAddress, VersionAddress } from '@/lib/catalogue/schema/pages'
import { DatasetRecord, doiOf, recordFields } from '@/lib/catalogue/schema/record'

const count = z.number().int().min(0)
const moment = z.string().meta({ description: 'RFC 3339' })
const nothing = z.string().nullable()

export const Dataset = z
  .object({
    slug: z.string(),
    doi: z.string(),
    state: z.enum(['published', 'withdrawn']),
    withdrawn: z
      .object({ at: moment, reason: nothing, replacedBy: nothing })
      .nullable()
      .meta({ description: 'When and why it was withdrawn; its record stays citable' }),
    record: DatasetRecord,
    publishedAt: moment,
    versions: z.array(z.string()).meta({ description: 'Numbers, the newest first' }),
    citation: z.string().meta({ description: 'APA 7' }),
    sharing: z.array(z.object({ country: z.string(), events: count, illustrative: z.boolean(), recorded: count })),
    dataUse: DataUse.nullable().meta({ description: 'For what the data may be used; null: not stated' }),
    related: z.array(z.string()).meta({ description: 'Slugs, the most related first' }),
  })
  .meta({ id: 'Dataset' })

/** What of a dataset's page is for programs; the rest draws the page. */
export const datasetOf = ({
  slug,
  state,
  withdrawn,
  version,
  versions,
  citations,
  sharing,
  dataUse,
  related,
}: DatasetPage) => ({
  slug,
  doi: doiOf(slug),
  state,
  withdrawn,
  record: version.record,
  publishedAt: version.publishedAt,
  versions: versions.map(({ number }) => number),
  citation: citations.apa,
  sharing: sharing.map(({ country, events, illustrative, recorded }) => ({ country, events, illustrative, recorded })),
  dataUse,
  related: related.map((one) => one.slug),
})

export const readDataset = operation({
  id: 'readDataset',
  method: 'get',
  path: '/api/v1/datasets/{slug}',
  summary: 'One published dataset, in its newest version',
  description: 'What the register holds. A withdrawn dataset answers with its reason; a hidden one is not found.',
  tag: 'Catalogue',
  scope: null,
  params: DatasetAddress,
  answer: Dataset,
  door: datasetPage,
  render: datasetOf,
})

export const readVersion = operation({
  id: 'readVersion',
  method: 'get',
  path: '/api/v1/datasets/{slug}/versions/{number}',
  summary: 'One version of a dataset, however old, as it was published',
  tag: 'Catalogue',
  scope: null,
  params: VersionAddress,
  answer: Dataset,
  door: datasetVersion,
  render: datasetOf,
})

const texts = z.array(z.string())

export const Change = z.object({
  field: z.enum(recordFields),
  before: nothing,
  after: nothing,
  added: texts,
  removed: texts,
})

const Version = z.object({
  number: z.string(),
  publishedAt: moment,
  changeNote: z.string(),
  changes: z.array(Change).nullable().meta({ description: 'From the version before; null for the first' }),
})

export const listVersions = operation({
  id: 'listVersions',
  method: 'get',
  path: '/api/v1/datasets/{slug}/versions',
  summary: 'Every version of a dataset with what it changed, the newest first',
  tag: 'Catalogue',
  scope: null,
  params: DatasetAddress,
  answer: z.object({ items: z.array(Version) }).meta({ id: 'DatasetVersions' }),
  door: datasetPage,
  render: ({ versions }: DatasetPage) => ({ items: versions }),
})

const Group = z.object({
  group: z.enum(metricGroups),
  datasets: count,
  scans: count,
  annotations: count,
  bytes: count,
})

const Counts = z.object({ modalities: count, organs: count, countries: count, sharingEvents: count })

export const readMetrics = operation({
  id: 'readMetrics',
  method: 'get',
  path: '/api/v1/metrics',
  summary: 'The figures of the published catalogue',
  tag: 'Catalogue',
  scope: null,
  answer: z
    .object({
      groups: z.array(Group),
      counts: Counts,
      sharing: z.array(z.object({ country: z.string(), events: count, recorded: count })),
      recorded: count.meta({ description: 'How many of all sharing events were recorded here, as data were fetched' }),
      illustrative: z.boolean().meta({ description: 'Whether the sharing events by country are examples' }),
      growth: z.array(z.object({ date: z.string(), datasets: count, scans: count, bytes: count })),
    })
    .meta({ id: 'Metrics' }),
  door: catalogueMetrics,
  render: ({ table, counts, sharing, recorded, illustrative, growth }: CatalogueMetrics) => ({
    groups: table,
    counts,
    sharing,
    recorded,
    illustrative,
    growth,
  }),
})

export const datasetOperations = [readDataset, readVersion, listVersions, readMetrics]
