import { importDatasets } from '@/lib/catalogue/commands/import-datasets'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { db } from '@/lib/platform/db'
import { as, noon, somebody, stranger } from '../identity/people'

/** A whole record that the schema takes and that could be published. */
export const recordOf = (slug: string, changes: Partial<DatasetRecord> = {}): DatasetRecord => ({
  slug,
  title: `Dataset ${slug}`,
  shortName: slug.toUpperCase(),
  subject: 'Radiology',
  abstract: 'Examinations of the chest, gathered for a test.',
  keywords: ['Radiology', 'Annotated'],
  modalities: ['CT'],
  organs: [{ name: 'Lung', sctid: '39607008', uberon: 'UBERON:0002048' }],
  numberOfScans: 10,
  numberOfAnnotations: 5,
  bytes: 1_000_000,
  status: 'Completed',
  version: '1.0.0',
  dateCreated: null,
  datePublished: null,
  dateModified: null,
  year: 2026,
  authors: [{ name: 'Josiah Carberry', orcid: '0000-0002-1825-0097' }],
  publisher: 'AIDA',
  copyrightYear: 2026,
  copyrightHolders: [{ name: 'Brown University', type: 'Organization', url: null, orcid: null }],
  licences: ['controlled-access'],
  citations: [],
  ageSpan: null,
  resolution: null,
  scanners: [],
  stain: null,
  phase: null,
  landingPage: null,
  contactEmail: null,
  notes: [],
  duoSuggested: [],
  ...changes,
})

export const steward = async (name = 'Sten Steward', now = noon) =>
  as(await somebody({ name, roles: ['data-steward'] }), now)

/** Everyone who may not write to the catalogue, with what they are told. */
export const outsiders = async () => [
  { who: 'a visitor', ctx: stranger(), code: 'platform.not-signed-in' },
  { who: 'a researcher', ctx: as(await somebody()), code: 'platform.not-found' },
  { who: 'another role', ctx: as(await somebody({ roles: ['ethics-officer'] })), code: 'platform.not-found' },
  {
    who: 'a steward without second factor',
    ctx: as(await somebody({ roles: ['data-steward'], secondFactor: false })),
    code: 'platform.second-factor',
  },
  {
    who: "a steward's token that may only read",
    ctx: as({ ...(await somebody({ roles: ['data-steward'] })), scopes: ['catalogue:read'] }),
    code: 'platform.scope',
  },
]

/** Published datasets of these records, by the importer. */
export async function published(...records: DatasetRecord[]): Promise<void> {
  const content = JSON.stringify(records)
  await importDatasets(await steward('Ina Importer'), { format: 'json', content, publish: true })
}

export const rowOf = (slug: string) =>
  db().dataset.findUniqueOrThrow({
    where: { slug },
    include: { current: true, versions: { orderBy: { ordinal: 'asc' } }, copies: { orderBy: { revision: 'asc' } } },
  })

/** What the journal says of a dataset, oldest first. */
export async function factsOf(slug: string) {
  const { id } = await db().dataset.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  return db().event.findMany({
    where: { stream: `dataset:${id}` },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true, actorId: true },
  })
}

/** The version of the fence of the public caches. */
export const fence = async () => (await db().cacheClock.findUniqueOrThrow({ where: { name: 'catalogue' } })).version

/** Whether the public search knows the dataset. */
export async function isFound(slug: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM search_entry e JOIN dataset d ON d.id = e.dataset_id WHERE d.slug = ${slug}`
  return rows.length > 0
}
