import { expect, test } from 'vitest'
import { duoTermList, matchDataUse } from '@/lib/access/queries/duo'
import { hideDataset } from '@/lib/catalogue/commands/change-visibility'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { discardDraft } from '@/lib/catalogue/commands/discard-draft'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import { withdrawDataset } from '@/lib/catalogue/commands/withdraw-dataset'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { datasetPreview } from '@/lib/catalogue/queries/dataset-preview'
import { statedDataUse } from '@/lib/catalogue/queries/stated-data-use'
import { db } from '@/lib/platform/db'
import { factsOf, fence, outsiders, published, recordOf, steward } from '../catalogue/stewards'
import { refusalOf, stranger } from '../identity/people'

const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code
const health = [{ term: 'DUO:0000006', values: [] }]
const within = [...health, { term: 'DUO:0000022', values: ['EEA'] }]
const basis = 'Ethics approval 2024-01234-01'
const state = (slug: string, expectedOrdinal: number, conditions: unknown = health) => ({
  slug,
  expectedOrdinal,
  conditions,
  basis,
})

test('a steward states for what a dataset may be used; the public page and the match say so at once', async () => {
  const ctx = await steward()
  const slug = 'use-stated'
  await published(recordOf(slug))
  expect((await datasetPage(stranger(), { slug })).dataUse).toBeNull()
  const before = await fence()
  expect(await stateDataUse(ctx, state(slug, 0))).toEqual({ slug, ordinal: 1 })
  expect(await fence()).toBe(before + 1n)
  expect((await datasetPage(stranger(), { slug })).dataUse).toEqual(health)
  await stateDataUse(ctx, state(slug, 1, within))
  expect((await datasetPage(stranger(), { slug })).dataUse).toEqual(within)
  expect((await datasetPreview(ctx, { slug })).dataUse).toEqual(within)
  const kept = await statedDataUse(ctx, { slug })
  expect(kept.statements.map(({ ordinal, by }) => [ordinal, by])).toEqual([
    [2, 'Sten Steward'],
    [1, 'Sten Steward'],
  ])
  const asked = { dataset: slug, aim: 'DUO:0000006', countries: 'SE' }
  expect((await matchDataUse(stranger(), asked)).datasets).toMatchObject([{ dataset: slug, verdict: 'fits' }])
  const abroad = await matchDataUse(stranger(), { ...asked, countries: 'SE,US' })
  expect(abroad.datasets[0]?.verdict).toBe('conflicts')
  expect(abroad.datasets[0]?.reasons.at(-1)?.words).toEqual({
    en: 'The data may not be processed here: United States.',
    sv: 'Datan får inte behandlas här: USA.',
  })
  const facts = (await factsOf(slug)).filter(({ type }) => type === 'catalogue.data-use-stated')
  expect(facts.map(({ data }) => data)).toEqual([
    { slug, ordinal: 1, terms: ['DUO:0000006'] },
    { slug, ordinal: 2, terms: ['DUO:0000006', 'DUO:0000022'] },
  ])
})

test('what is not a statement is refused where it is wrong', async () => {
  const ctx = await steward()
  const slug = 'use-wrong'
  await published(recordOf(slug))
  const wrong: [unknown, string][] = [
    [[], 'conditions'],
    [[{ term: 'DUO:0000019', values: [] }], 'conditions'],
    [[...health, { term: 'DUO:0000042', values: [] }], 'conditions'],
    [[...health, { term: 'DUO:0000022', values: ['Sweden'] }], 'conditions.1.values'],
    [[...health, { term: 'DUO:0000022', values: [] }], 'conditions.1.values'],
    [[...health, { term: 'DUO:0000025', values: ['soon'] }], 'conditions.1.values'],
    [[...health, { term: 'DUO:0000024', values: ['2027-02-30'] }], 'conditions.1.values'],
    [[...health, { term: 'DUO:0000021', values: ['x'] }], 'conditions.1.values'],
    [[...health, { term: 'DUO:0000012', values: ['of 811218-9876'] }], 'conditions.1.values.0'],
    [[{ term: 'DUO:0000001', values: [] }], 'conditions.0.term'],
  ]
  for (const [conditions, place] of wrong) {
    const { code, details } = await refusalOf(stateDataUse(ctx, state(slug, 0, conditions)))
    expect([code, Object.keys(details.fields as object)]).toEqual(['platform.invalid', [place]])
  }
})

test('an older page, the same again, and a withdrawn dataset are refused; of many at once one is taken', async () => {
  const ctx = await steward()
  const slug = 'use-together'
  await published(recordOf(slug))
  const ends = await Promise.allSettled([1, 2, 3, 4].map(() => stateDataUse(ctx, state(slug, 0))))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await codeOf(stateDataUse(ctx, state(slug, 0, within)))).toBe('catalogue.use-moved-on')
  expect(await codeOf(stateDataUse(ctx, state(slug, 1)))).toBe('catalogue.use-unchanged')
  await expect(db().$executeRaw`UPDATE data_use_statement SET basis = 'x'`).rejects.toThrow(/forbidden/)
  await withdrawDataset(ctx, { slug, expectedRevision: 2, reason: 'Consent withdrawn' })
  expect(await codeOf(stateDataUse(ctx, state(slug, 1, within)))).toBe('catalogue.not-in-this-state')
  expect(await codeOf(stateDataUse(ctx, state('never-was', 0)))).toBe('platform.not-found')
})

test('of a hidden dataset the match tells no more than of one that never was', async () => {
  const ctx = await steward()
  await published(recordOf('use-hidden'), recordOf('use-open'))
  await hideDataset(ctx, { slug: 'use-hidden', expectedRevision: 2, reason: 'Under review' })
  const asked = { aim: 'DUO:0000006' }
  expect(await codeOf(matchDataUse(stranger(), { ...asked, dataset: ['use-open', 'use-hidden'] }))).toBe(
    'platform.not-found',
  )
  expect(await codeOf(matchDataUse(stranger(), { ...asked, dataset: ['use-open', 'never-was'] }))).toBe(
    'platform.not-found',
  )
  expect((await matchDataUse(stranger(), { ...asked, dataset: 'use-open' })).datasets[0]).toMatchObject({
    conditions: null,
    verdict: 'needs-a-person',
    reasons: [{ why: 'unstated' }],
  })
})

test('nobody but stewards states it; a draft goes with its statements', async () => {
  const ctx = await steward()
  const slug = 'use-guarded'
  await createDataset(ctx, { record: recordOf(slug) })
  await stateDataUse(ctx, state(slug, 0))
  for (const outsider of await outsiders())
    expect(await codeOf(stateDataUse(outsider.ctx, state(slug, 1, within))), outsider.who).toBe(outsider.code)
  expect(await discardDraft(ctx, { slug, expectedRevision: 1 })).toMatchObject({ removed: true })
  expect(await db().dataUseStatement.count({ where: { basis, dataset: { slug } } })).toBe(0)
})

test('every term is told in plain words of both languages', async () => {
  const terms = await duoTermList(stranger(), {})
  expect(terms).toHaveLength(23)
  expect(terms.find(({ code }) => code === 'IRB')?.words.sv).toBe('Ett godkännande från en etiknämnd måste visas upp')
})
