import { describe, expect, test } from 'vitest'
import { hideDataset, showDataset } from '@/lib/catalogue/commands/change-visibility'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { discardDraft } from '@/lib/catalogue/commands/discard-draft'
import { publishVersion } from '@/lib/catalogue/commands/publish-version'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { withdrawDataset } from '@/lib/catalogue/commands/withdraw-dataset'
import { sqlStateOf } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { refusalOf } from '../identity/people'
import { factsOf, fence, isFound, outsiders, published, recordOf, rowOf, steward } from './stewards'

const reason = 'The depositor asked for it'
const doors: [string, (ctx: Context, slug: string) => Promise<unknown>][] = [
  ['createDataset', (ctx, slug) => createDataset(ctx, { record: recordOf(slug) })],
  ['saveDraft', (ctx, slug) => saveDraft(ctx, { slug, expectedRevision: 2, changes: { title: 'Other' } })],
  ['discardDraft', (ctx, slug) => discardDraft(ctx, { slug, expectedRevision: 2 })],
  ['publishVersion', (ctx, slug) => publishVersion(ctx, { slug, expectedRevision: 2, version: '2.0.0' })],
  ['hideDataset', (ctx, slug) => hideDataset(ctx, { slug, expectedRevision: 2, reason })],
  ['showDataset', (ctx, slug) => showDataset(ctx, { slug, expectedRevision: 2 })],
  ['withdrawDataset', (ctx, slug) => withdrawDataset(ctx, { slug, expectedRevision: 2, reason })],
]

describe('who may not', () => {
  test.each(doors)('%s answers alike for a public, a hidden and an unknown dataset', async (name, act) => {
    const slug = `closed-${name.toLowerCase()}`
    const secret = `secret-${name.toLowerCase()}`
    await published(recordOf(slug), recordOf(secret))
    await hideDataset(await steward(), { slug: secret, expectedRevision: 2, reason })
    const before = await db().event.count()
    for (const { ctx, code } of await outsiders()) {
      const answers = await Promise.all([slug, secret, 'nowhere-at-all'].map((each) => refusalOf(act(ctx, each))))
      expect(answers.map((answer) => answer.code)).toEqual([code, code, code])
      expect(new Set(answers.map((answer) => JSON.stringify(answer.details))).size).toBe(1)
    }
    expect(await db().event.count()).toBe(before)
  })

  test.each(doors.slice(1))('%s of a steward answers "not found" for an unknown dataset', async (_, act) => {
    expect((await refusalOf(act(await steward(), 'nowhere-at-all'))).code).toBe('platform.not-found')
  })
})

test('a draft is made, saved, published and journalled; earlier versions stay as they were', async () => {
  const ctx = await steward()
  const before = await fence()
  await createDataset(ctx, { record: recordOf('whole-life') })
  expect(await isFound('whole-life')).toBe(false)
  const saved = await saveDraft(ctx, { slug: 'whole-life', expectedRevision: 1, changes: { title: 'Better' } })
  expect(saved).toMatchObject({ revision: 2, changed: ['title'], passed: [] })
  expect(await fence()).toBe(before)
  await publishVersion(ctx, { slug: 'whole-life', expectedRevision: 2, version: '1.0.0' })
  expect(await isFound('whole-life')).toBe(true)
  expect(await fence()).toBeGreaterThan(before)
  await saveDraft(ctx, { slug: 'whole-life', expectedRevision: 3, changes: { numberOfScans: 11 } })
  const note = { version: '1.1.0', changeNote: 'One examination more' }
  await publishVersion(ctx, { slug: 'whole-life', expectedRevision: 4, ...note })
  const row = await rowOf('whole-life')
  expect(row).toMatchObject({ state: 'published', revision: 5, draft: null, current: { number: '1.1.0' } })
  expect(row.versions.map(({ number, changeNote }) => [number, changeNote])).toEqual([
    ['1.0.0', ''],
    ['1.1.0', 'One examination more'],
  ])
  expect(row.versions[0]?.record).toMatchObject({ numberOfScans: 10, datePublished: '2026-11-23' })
  expect(row.copies.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5])
  const facts = await factsOf('whole-life')
  expect(facts.map(({ type, actorId }) => [type, actorId])).toEqual(
    ['dataset-created', 'draft-saved', 'version-published', 'draft-saved', 'version-published'].map((type) => [
      `catalogue.${type}`,
      ctx.actor.kind === 'person' ? ctx.actor.id : '',
    ]),
  )
  expect(facts[4]?.data).toMatchObject({ version: '1.1.0', previous: '1.0.0', revision: 5 })
})

describe('publishing is refused', () => {
  test('for a number that does not grow, without a note, without a change, without a draft', async () => {
    const ctx = await steward()
    await published(recordOf('stale'))
    const publish = (wish: object) => refusalOf(publishVersion(ctx, { slug: 'stale', version: '1.1.0', ...wish }))
    expect((await publish({ expectedRevision: 2 })).code).toBe('catalogue.no-draft')
    await saveDraft(ctx, { slug: 'stale', expectedRevision: 2, changes: { version: '1.0.5' } })
    const note = { expectedRevision: 3, changeNote: 'Only a number' }
    expect((await publish(note)).code).toBe('catalogue.nothing-new')
    await saveDraft(ctx, { slug: 'stale', expectedRevision: 3, changes: { title: 'Changed' } })
    expect((await publish({ expectedRevision: 4, version: '1.0' })).code).toBe('catalogue.version-not-greater')
    expect((await publish({ expectedRevision: 4 })).details).toEqual({
      fields: { changeNote: ['catalogue.invalid.required'] },
    })
    expect((await publish({ expectedRevision: 3 })).code).toBe('catalogue.moved-on')
  })

  test('for a draft that cannot be cited or asked for', async () => {
    const ctx = await steward()
    await createDataset(ctx, { record: recordOf('bare', { authors: [], modalities: [] }) })
    const refused = await refusalOf(publishVersion(ctx, { slug: 'bare', expectedRevision: 1, version: '1.0.0' }))
    expect(refused).toMatchObject({ code: 'catalogue.incomplete', details: { missing: ['modalities', 'authors'] } })
  })

  test('for a hidden dataset, which would show itself', async () => {
    const ctx = await steward()
    await published(recordOf('under-cover'))
    await hideDataset(ctx, { slug: 'under-cover', expectedRevision: 2, reason })
    await saveDraft(ctx, { slug: 'under-cover', expectedRevision: 3, changes: { title: 'Changed' } })
    const refused = await refusalOf(publishVersion(ctx, { slug: 'under-cover', expectedRevision: 4, version: '2.0.0' }))
    expect(refused.code).toBe('catalogue.not-in-this-state')
  })
})

test('hiding takes a dataset out of the search at once, showing brings it back', async () => {
  const ctx = await steward()
  await published(recordOf('now-and-then'))
  const before = await fence()
  await hideDataset(ctx, { slug: 'now-and-then', expectedRevision: 2, reason })
  expect(await isFound('now-and-then')).toBe(false)
  expect(await rowOf('now-and-then')).toMatchObject({ state: 'hidden', stateReason: reason })
  expect((await refusalOf(hideDataset(ctx, { slug: 'now-and-then', expectedRevision: 3, reason }))).code).toBe(
    'catalogue.not-in-this-state',
  )
  await showDataset(ctx, { slug: 'now-and-then', expectedRevision: 3 })
  expect((await refusalOf(showDataset(ctx, { slug: 'now-and-then', expectedRevision: 4 }))).code).toBe(
    'catalogue.not-in-this-state',
  )
  expect(await isFound('now-and-then')).toBe(true)
  expect(await rowOf('now-and-then')).toMatchObject({ state: 'published', stateReason: null, revision: 4 })
  expect(await fence()).toBeGreaterThanOrEqual(before + 2n)
  const types = (await factsOf('now-and-then')).map(({ type }) => type).slice(2)
  expect(types).toEqual(['catalogue.dataset-hidden', 'catalogue.dataset-shown'])
  expect(JSON.stringify(await factsOf('now-and-then'))).not.toContain(reason)
})

test('a reason is asked for, and holds no personal number', async () => {
  const ctx = await steward()
  await published(recordOf('with-reason'))
  const hide = (words: string) =>
    refusalOf(hideDataset(ctx, { slug: 'with-reason', expectedRevision: 2, reason: words }))
  expect((await hide(' ')).code).toBe('platform.invalid')
  expect((await hide('Patient 19121212-1212 asked')).details).toEqual({
    fields: { reason: ['catalogue.invalid.personal-number?at=9'] },
  })
})

test('withdrawing is for good, says what to use instead, and even the database holds to it', async () => {
  const ctx = await steward()
  await published(recordOf('old-one'), recordOf('new-one'))
  const withdraw = (replacedBy: string) =>
    withdrawDataset(ctx, { slug: 'old-one', expectedRevision: 2, reason, replacedBy })
  expect((await refusalOf(withdraw('nowhere'))).code).toBe('catalogue.replacement-unknown')
  expect((await refusalOf(withdraw('old-one'))).code).toBe('catalogue.replacement-unknown')
  await withdraw('new-one')
  expect(await rowOf('old-one')).toMatchObject({ state: 'withdrawn', replacedBy: 'new-one', stateReason: reason })
  expect(await isFound('old-one')).toBe(false)
  const edit = saveDraft(ctx, { slug: 'old-one', expectedRevision: 3, changes: { title: 'Back' } })
  expect((await refusalOf(edit)).code).toBe('catalogue.not-in-this-state')
  const revive = db().$executeRaw`UPDATE dataset SET state = 'published' WHERE slug = 'old-one'`
  expect(await revive.catch(sqlStateOf)).toBe('23001')
})

test('discarding a draft leaves what is published; a dataset never published goes with it', async () => {
  const ctx = await steward()
  await published(recordOf('kept'))
  await saveDraft(ctx, { slug: 'kept', expectedRevision: 2, changes: { title: 'Worse' } })
  expect(await discardDraft(ctx, { slug: 'kept', expectedRevision: 3 })).toEqual({ slug: 'kept', removed: false })
  expect(await rowOf('kept')).toMatchObject({ draft: null, revision: 4, state: 'published' })
  expect((await refusalOf(discardDraft(ctx, { slug: 'kept', expectedRevision: 4 }))).code).toBe('catalogue.no-draft')
  await createDataset(ctx, { record: recordOf('gone') })
  expect(await discardDraft(ctx, { slug: 'gone', expectedRevision: 1 })).toEqual({ slug: 'gone', removed: true })
  expect(await db().dataset.count({ where: { slug: 'gone' } })).toBe(0)
})
