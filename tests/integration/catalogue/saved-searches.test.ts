import { expect, test } from 'vitest'
import { hideDataset, showDataset } from '@/lib/catalogue/commands/change-visibility'
import {
  changeSavedSearch,
  closeFeed,
  removeSavedSearch,
  renewFeed,
  saveSearch,
} from '@/lib/catalogue/commands/keep-searches'
import { publishVersion } from '@/lib/catalogue/commands/publish-version'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { savedSearches, searchFeed } from '@/lib/catalogue/queries/saved-searches'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { tasks } from '@/lib/reactions/tasks'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { published, recordOf, steward } from './stewards'

const nobody = '01900000-0000-7000-8000-999999999999'

/** Does the reactions to every event of these types, as the worker would, and again as one that died would. */
async function react(): Promise<void> {
  const types = ['catalogue.version-published', 'catalogue.dataset-shown']
  const events = await db().event.findMany({
    where: { type: { in: types } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of [...events, ...events]) {
    await tasks['react.mail-saved-searches']?.({ eventId: id }, undefined as never)
  }
}

const mailsOf = (recipientId: string) => db().mail.findMany({ where: { recipientId }, orderBy: { createdAt: 'asc' } })

test('a search is kept in its plain form, renamed, listed for its owner only, and removed', async () => {
  const me = await somebody()
  const saved = await saveSearch(as(me), { name: 'Lymph', query: '?cursor=abc&modality=ct&q=lymph&evil=1&modality=CT' })
  expect(saved.query).toBe('q=lymph&modality=CT')
  await changeSavedSearch(as(me), { savedSearchId: saved.id, name: 'Lymph nodes', mail: 'on' })
  expect(await savedSearches(as(me), {})).toMatchObject([{ name: 'Lymph nodes', mail: true, hasFeed: false, count: 0 }])
  const other = as(await somebody())
  expect(await savedSearches(other, {})).toEqual([])
  const acts = [
    (id: string) => changeSavedSearch(other, { savedSearchId: id, name: 'Mine now' }),
    (id: string) => renewFeed(other, { savedSearchId: id }),
    (id: string) => closeFeed(other, { savedSearchId: id }),
    (id: string) => removeSavedSearch(other, { savedSearchId: id }),
  ]
  for (const act of acts) {
    const [theirs, unknown] = [await refusalOf(act(saved.id)), await refusalOf(act(nobody))]
    expect(theirs).toEqual(unknown)
    expect(theirs.code).toBe('platform.not-found')
  }
  for (const id of [saved.id, nobody])
    expect((await refusalOf(removeSavedSearch(stranger(), { savedSearchId: id }))).code).toBe('platform.not-signed-in')
  await removeSavedSearch(as(me), { savedSearchId: saved.id })
  expect(await savedSearches(as(me), {})).toEqual([])
  const types = (await db().event.findMany({ where: { subjectId: saved.id }, orderBy: { seq: 'asc' } })).map(
    (e) => e.type,
  )
  expect(types).toEqual(
    ['search-saved', 'saved-search-changed', 'saved-search-removed'].map((type) => `catalogue.${type}`),
  )
})

test('what is no search, holds a personal number, or is one too many is not kept', async () => {
  const ctx = as(await somebody())
  const save = (query: string) => refusalOf(saveSearch(ctx, { name: 'X', query }))
  expect((await save('sort=newest')).details).toEqual({ fields: { query: ['catalogue.invalid.empty-search'] } })
  expect((await save('q=19121212-1212')).code).toBe('platform.invalid')
  const many = Array.from({ length: 53 }, (_, i) => saveSearch(ctx, { name: `S${i}`, query: 'q=lung' }))
  const settled = await Promise.allSettled(many)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
})

test('owners are written to once of what their search finds, and of nothing else', async () => {
  const [pia, olof, ines] = [await somebody(), await somebody(), await somebody()]
  await saveSearch(as(pia), { name: 'Lungs by CT', query: 'q=bronchus&modality=CT', mail: true })
  await saveSearch(as(pia), { name: 'Bronchi', query: 'q=bronch*', mail: true })
  await saveSearch(as(olof), { name: 'By MR', query: 'q=bronchus&modality=MR', mail: true })
  await saveSearch(as(ines), { name: 'Silent', query: 'q=bronchus' })
  await db().notificationSetting.create({ data: { personId: olof.id, topic: 'new-version', enabled: false } })
  await published(recordOf('bronchi', { title: 'Bronchus in CT' }))
  await react()
  const mails = await mailsOf(pia.id)
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ topic: 'saved-search', subject: 'New at AIDA Data Hub: Bronchus in CT' })
  expect(mails[0]?.text).toContain('Lungs by CT')
  expect(mails[0]?.text).toContain('Bronchi:')
  expect(mails[0]?.text).toContain('/datasets/bronchi')
  expect(await mailsOf(olof.id)).toEqual([])
  expect(await mailsOf(ines.id)).toEqual([])
  const ctx = await steward()
  await saveDraft(ctx, { slug: 'bronchi', expectedRevision: 2, changes: { abstract: 'More of them' } })
  await publishVersion(ctx, { slug: 'bronchi', expectedRevision: 3, version: '1.1.0', changeNote: 'More' })
  await react()
  expect((await mailsOf(pia.id)).map(({ text }) => /version (\S+),/.exec(text)?.[1])).toEqual(['1.0.0', '1.1.0'])
})

test('nobody is written to of what is hidden when the time comes; it is told when it is shown again', async () => {
  const [early, late] = [await somebody(), await somebody()]
  await saveSearch(as(early), { name: 'Early', query: 'q=trachea', mail: true })
  await published(recordOf('trachea', { title: 'Trachea' }))
  const ctx = await steward()
  await hideDataset(ctx, { slug: 'trachea', expectedRevision: 2, reason: 'To be checked' })
  await react()
  expect(await mailsOf(early.id)).toEqual([])
  await saveSearch(as(late, later(60_000)), { name: 'Late', query: 'q=trachea', mail: true })
  await showDataset(ctx, { slug: 'trachea', expectedRevision: 3 })
  const shown = await db().event.findFirstOrThrow({
    where: { type: 'catalogue.dataset-shown' },
    orderBy: { id: 'desc' },
  })
  await tasks['react.mail-saved-searches']?.({ eventId: shown.id }, undefined as never)
  expect(await mailsOf(early.id)).toHaveLength(1)
  expect(await mailsOf(late.id)).toEqual([])
})

test('a feed answers to its newest secret only, with what is public', async () => {
  const me = await somebody()
  await published(recordOf('larynx', { title: 'Larynx' }), recordOf('larynx-2', { title: 'Larynx again' }))
  const { id } = await saveSearch(as(me), { name: 'Throats', query: 'q=larynx' })
  const first = await renewFeed(as(me), { savedSearchId: id })
  const feed = await searchFeed(stranger(), first)
  expect(feed).toMatchObject({ name: 'Throats' })
  expect(feed.items.map(({ slug }) => slug).sort()).toEqual(['larynx', 'larynx-2'])
  await hideDataset(await steward(), { slug: 'larynx', expectedRevision: 2, reason: 'To be checked' })
  expect((await searchFeed(stranger(), first)).items.map(({ slug }) => slug)).toEqual(['larynx-2'])
  const ctx = await steward()
  await showDataset(ctx, { slug: 'larynx', expectedRevision: 3 })
  await saveDraft(ctx, { slug: 'larynx', expectedRevision: 4, changes: { abstract: 'More of them' } })
  const before = readClock()
  await publishVersion(ctx, { slug: 'larynx', expectedRevision: 5, version: '1.1.0', changeNote: 'More' })
  // A new version of an old dataset comes first, dated by when it came out.
  const { items } = await searchFeed(stranger(), first)
  expect(items.map(({ slug, version }) => `${slug} ${version}`)).toEqual(['larynx 1.1.0', 'larynx-2 1.0.0'])
  expect(Number(items[0]?.cameOut)).toBeGreaterThanOrEqual(Number(before))
  await hideDataset(ctx, { slug: 'larynx', expectedRevision: 6, reason: 'To be checked' })
  const second = await renewFeed(as(me), { savedSearchId: id })
  expect((await refusalOf(searchFeed(stranger(), first))).code).toBe('platform.not-found')
  expect((await searchFeed(stranger(), second)).items).toHaveLength(1)
  await closeFeed(as(me), { savedSearchId: id })
  expect((await refusalOf(searchFeed(stranger(), second))).code).toBe('platform.not-found')
  expect(JSON.stringify(await db().savedSearch.findUnique({ where: { id } }))).not.toContain(second.secret)
  expect(JSON.stringify(await db().event.findMany({ where: { subjectId: id } }))).not.toContain(second.secret)
})
