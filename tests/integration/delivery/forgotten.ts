import { expect } from 'vitest'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { discardDraft } from '@/lib/catalogue/commands/discard-draft'
import { eraseForgotten } from '@/lib/delivery/commands/check-files'
import { removeFile } from '@/lib/delivery/commands/keep-list'
import type { DataPlace } from '@/lib/platform/data-storage'
import { dataSize, keepData, newDataPlace } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { datasets } from '../access/requests'
import { recordOf, steward } from '../catalogue/stewards'
import { added, parts, version } from './files'

const placeOf = async (id: string) =>
  (await db().datasetFile.findUniqueOrThrow({ where: { id }, select: { storage: true, key: true } })) as DataPlace

/** The content of a draft that is thrown away leaves whatever store it lies in; what is listed, registered or new stays. */
export async function expectForgotten(): Promise<void> {
  const now = new Date()
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const ctx = await steward()
  const slug = `set-${newId().slice(-12)}`
  await createDataset(ctx, { record: recordOf(slug) })
  const thrown = await placeOf((await added(slug, 'a.txt', 'of a draft')).id)
  const [kept = ''] = await datasets()
  const listed = await placeOf((await added(kept, 'b.txt', 'of a version')).id)
  const taken = await added(kept, 'c.txt', 'taken off')
  const off = await placeOf(taken.id)
  await removeFile(ctx, { slug: kept, version, file: taken.id })
  const lost = newDataPlace(newId())
  await keepData(lost, parts('never listed'), 100)
  const registered = { ...lost, key: `data/archive/${newId()}` }
  await keepData(registered, parts('registered'), 100)
  const { revision } = await db().dataset.findUniqueOrThrow({ where: { slug } })
  await discardDraft(ctx, { slug, expectedRevision: revision })
  const there = async () =>
    Promise.all([thrown, off, lost, listed, registered].map(async (place) => (await dataSize(place)) !== null))
  expect(await there()).toEqual([true, true, true, true, true])
  expect(await eraseForgotten(inDays(1.9))).toBe(0)
  expect(await there()).toEqual([true, true, true, true, true])
  expect(await eraseForgotten(inDays(2.1))).toBe(3)
  expect(await there()).toEqual([false, false, false, true, true])
  expect(await eraseForgotten(inDays(2.1))).toBe(0)
}
