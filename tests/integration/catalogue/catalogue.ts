import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { LicenceCode } from '@/lib/catalogue/rules/licences'
import { type DatasetRecord, doiOf } from '@/lib/catalogue/schema/record'
import { refreshSearchEntry } from '@/lib/catalogue/store/search'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/** What a request of a visitor carries. */
export const visitor = (): Context => ({
  actor: { kind: 'anonymous' },
  now: new Date('2026-11-23T12:00:00.000Z'),
  requestId: randomUUID(),
  language: 'en',
  onBehalfOf: null,
})

const organs = [
  { name: 'Lung', sctid: '39607008', uberon: null },
  { name: 'Knee', sctid: '72696002', uberon: null },
  { name: 'Lymph node', sctid: '59441001', uberon: null },
  { name: 'Colon', sctid: '71854001', uberon: null },
]
/** Words that stemming leaves as they are, so that an oracle without a stemmer can be right. */
export const vocabulary = ['knee', 'lung', 'colon', 'scan', 'tumor', 'bone', 'mri', 'graft', 'stain', 'biopsi']
const words = (min: number, max: number) =>
  fc.array(fc.constantFrom(...vocabulary), { minLength: min, maxLength: max }).map((list) => list.join(' '))
const count = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null })
const day = fc.constantFrom('2019-03-01', '2019-08-13', '2020-01-09', '2021-03-23', '2023-03-17')
const authors = ['Noora Neittaanmäki', 'Lisa Sjöblom', 'Jörg Schilcher'].map((name) => ({ name, orcid: null }))

/** Records over few values, so that searches meet. */
export const aRecord: fc.Arbitrary<Omit<DatasetRecord, 'slug'>> = fc
  .record({
    title: words(1, 4),
    abstract: words(3, 8),
    subject: fc.constantFrom('Radiology', 'Pathology'),
    keywords: fc.uniqueArray(fc.constantFrom('Annotated', 'Weakly annotated', 'Cancer', 'Bone', 'Osteoarthritis'), {
      maxLength: 3,
    }),
    modalities: fc.uniqueArray(fc.constantFrom('CT' as const, 'MR' as const, 'SM' as const), {
      minLength: 1,
      maxLength: 2,
    }),
    organs: fc.uniqueArray(fc.constantFrom(...organs), { maxLength: 2, selector: ({ sctid }) => sctid }),
    numberOfScans: count,
    numberOfAnnotations: count,
    bytes: fc.option(fc.constantFrom(1e9, 5e10, 5e11, 5e12), { nil: null }),
    status: fc.constantFrom('Completed' as const, 'Ongoing' as const),
    datePublished: day,
    authors: fc.uniqueArray(fc.constantFrom(...authors), { minLength: 1, maxLength: 2 }),
    licences: fc.constantFrom<LicenceCode[]>(
      ['controlled-access'],
      ['controlled-access', 'aida-by'],
      ['controlled-access', 'aida'],
    ),
    ageSpan: fc.constantFrom(null, '0-17', '18-64', '15+', '70-90'),
  })
  .map((chosen) => ({
    ...chosen,
    shortName: 'X',
    year: Number(chosen.datePublished.slice(0, 4)),
    version: '1.0.0',
    dateCreated: null,
    dateModified: null,
    publisher: 'AIDA',
    copyrightYear: null,
    copyrightHolders: [],
    citations: [],
    resolution: null,
    scanners: [],
    stain: null,
    phase: null,
    landingPage: null,
    contactEmail: null,
    notes: [],
    duoSuggested: [],
  }))

export type State = 'published' | 'hidden' | 'withdrawn'

/** Publishes a record, as the commands do: its rows, its search entry, and the fence moved on, in one transaction. */
export async function publish(record: DatasetRecord): Promise<string> {
  const [id, versionId] = [newId(), newId()]
  const at = new Date(`${record.datePublished ?? '2020-01-01'}T00:00:00Z`)
  await db().$transaction(async (tx) => {
    const dated = { stateAt: at, createdAt: at, updatedAt: at }
    await tx.dataset.create({ data: { id, slug: record.slug, doi: doiOf(record.slug), state: 'draft', ...dated } })
    const version = { id: versionId, datasetId: id, number: record.version, ordinal: 1, record, publishedAt: at }
    await tx.datasetVersion.create({ data: version })
    await tx.dataset.update({ where: { id }, data: { state: 'published', currentId: versionId } })
    await refreshSearchEntry(tx, id)
    await tx.$queryRaw`SELECT cache_advance('catalogue')`
  })
  return id
}

/** Hides, shows again or withdraws a dataset in the same way. */
export async function moveTo(id: string, state: State): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.dataset.update({ where: { id }, data: { state } })
    await refreshSearchEntry(tx, id)
    await tx.$queryRaw`SELECT cache_advance('catalogue')`
  })
}
