import { beforeAll, describe, expect, it } from 'vitest'
import { catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { compareDatasets } from '@/lib/catalogue/queries/compare-datasets'
import { datasetPage, datasetVersion } from '@/lib/catalogue/queries/dataset-page'
import { newestDatasets, publicAddresses, publicRegister } from '@/lib/catalogue/queries/published-datasets'
import { metricsCsv } from '@/lib/catalogue/rules/metrics/sheets'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { moveTo, publish, visitor } from './catalogue'
import { recordOf } from './stewards'

const organ = (name: string, sctid: string) => [{ name, sctid, uberon: null }]
const lung = organ('Lung', '39607008')
const at = new Date('2020-01-01T00:00:00Z')

/** The answer, or the code and details of the refusal: what can be told from outside. */
const outcome = (answer: Promise<unknown>) =>
  answer.then(
    (value) => ({ value }),
    (error) => ({ code: error.refusal.code, details: error.refusal.details }),
  )

let shared: string

beforeAll(async () => {
  shared = await publish(recordOf('shared', { organs: lung, version: '1.0.0', bytes: 5, numberOfScans: 10 }))
  await publish(recordOf('near', { organs: lung, bytes: null, keywords: ['Annotated', 'Pathology'] }))
  await publish(recordOf('far', { organs: organ('Knee', '72696002'), modalities: ['MR'] }))
  await moveTo(await publish(recordOf('hidden', { organs: lung, bytes: 1e15 })), 'hidden')
  const gone = await publish(recordOf('gone', { organs: lung, bytes: 1e15 }))
  await moveTo(gone, 'withdrawn')
  await db().dataset.update({
    where: { id: gone },
    data: { stateReason: 'Consent was taken back.', replacedBy: 'near' },
  })
  const draft = { id: newId(), slug: 'draft', doi: '10.23698/aida/draft', state: 'draft', draft: recordOf('draft') }
  await db().dataset.create({ data: { ...draft, stateAt: at, createdAt: at, updatedAt: at } })
  const second = { id: newId(), datasetId: shared, number: '1.1.0', ordinal: 2, changeNote: 'More scans.' }
  const record = recordOf('shared', { organs: lung, version: '1.1.0', bytes: 5, numberOfScans: 12 })
  await db().datasetVersion.create({ data: { ...second, record, publishedAt: at } })
  await db().dataset.update({ where: { id: shared }, data: { currentId: second.id } })
  const event = { datasetId: shared, country: 'SE', institution: 'A hospital', illustrative: false }
  await db().sharingEvent.createMany({
    data: [
      { ...event, id: newId(), recipient: 'Open Person', optedOut: false },
      { ...event, id: newId(), recipient: 'Secret Person', optedOut: true },
    ],
  })
  await db().$queryRaw`SELECT cache_advance('catalogue')`
})

describe('a dataset’s page', () => {
  it('shows the newest version, with what each version changed', async () => {
    const page = await datasetPage(visitor(), { slug: 'shared' })
    expect([page.version.number, page.isCurrent, page.versions.map(({ number }) => number)]).toEqual([
      '1.1.0',
      true,
      ['1.1.0', '1.0.0'],
    ])
    expect(page.versions[0]?.changes).toContainEqual({
      field: 'numberOfScans',
      before: '10',
      after: '12',
      added: [],
      removed: [],
    })
    expect(page.versions[1]?.changes).toBeNull()
  })

  it('keeps an old version at its own address, citable under its number', async () => {
    const old = await datasetVersion(visitor(), { slug: 'shared', number: '1.0.0' })
    expect([old.isCurrent, old.currentNumber, old.version.record.numberOfScans]).toEqual([false, '1.1.0', 10])
    expect(old.citations.apa).toContain('(Version 1.0.0)')
    expect(await outcome(datasetVersion(visitor(), { slug: 'shared', number: '9.9.9' }))).toMatchObject({
      code: 'platform.not-found',
    })
  })

  it('never names a recipient who opted out', async () => {
    const { sharing } = await datasetPage(visitor(), { slug: 'shared' })
    expect(sharing).toMatchObject([{ country: 'SE', events: 2, illustrative: false }])
    expect(JSON.stringify(sharing)).toContain('Open Person')
    expect(JSON.stringify(sharing)).not.toContain('Secret Person')
  })

  it('leads to datasets that share organ or modality, and only to published ones', async () => {
    const { related } = await datasetPage(visitor(), { slug: 'shared' })
    expect(related.map(({ slug }) => slug)).toEqual(['near'])
  })

  it('of a withdrawn dataset is a tombstone with its reason, what replaces it, and its citation', async () => {
    const page = await datasetPage(visitor(), { slug: 'gone' })
    expect(page.withdrawn).toMatchObject({ reason: 'Consent was taken back.', replacedBy: 'near' })
    expect([page.citations.apa.includes('10.23698/aida/gone'), page.related]).toEqual([true, []])
  })

  it.each(['hidden', 'draft'])('of a %s dataset answers exactly as an unknown one', async (slug) => {
    const unknown = await outcome(datasetPage(visitor(), { slug: 'never-was' }))
    expect(unknown).toMatchObject({ code: 'platform.not-found' })
    expect(await outcome(datasetPage(visitor(), { slug }))).toEqual(unknown)
    expect(await outcome(datasetVersion(visitor(), { slug, number: '1.0.0' }))).toEqual(unknown)
  })
})

describe('lists of what is public', () => {
  it('hold published datasets only', async () => {
    const all = ['far', 'near', 'shared']
    expect((await publicAddresses(visitor(), {})).map(({ slug }) => slug).sort()).toEqual(all)
    expect((await publicRegister(visitor(), {})).map(({ record }) => record.slug)).toEqual(all)
    expect((await newestDatasets(visitor(), { limit: 20 })).map(({ slug }) => slug).sort()).toEqual(all)
  })

  it('compare in the order asked for, and say what is not there', async () => {
    const { records, missing } = await compareDatasets(visitor(), { d: ['near', 'hidden', 'shared', 'near'] })
    expect([records.map(({ slug }) => slug), missing]).toEqual([['near', 'shared'], ['hidden']])
    expect(await outcome(compareDatasets(visitor(), { d: 'aa,bb,cc,dd,ee' }))).toEqual({
      code: 'catalogue.too-many-to-compare',
      details: { limit: 4 },
    })
  })
})

describe('the metrics', () => {
  it('count what is published, not stated as 0, and follow the fence', async () => {
    const { table, counts, illustrative } = await catalogueMetrics(visitor(), {})
    expect(table.map(({ group, datasets }) => [group, datasets])).toEqual([
      ['total', 3],
      ['annotated', 3],
      ['pathology', 1],
      ['radiology', 2],
    ])
    expect(table[0]?.bytes).toBeLessThan(1e15)
    expect([counts.countries, counts.sharingEvents, illustrative]).toEqual([1, 2, false])
    await moveTo(shared, 'hidden')
    const after = await catalogueMetrics(visitor(), {})
    expect([after.table[0]?.datasets, after.counts.sharingEvents]).toEqual([2, 0])
    expect(metricsCsv(after, 'sharing.csv')).toBe('country,events,events_recorded\r\n')
    await moveTo(shared, 'published')
  })
})
