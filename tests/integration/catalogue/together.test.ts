import { expect, test } from 'vitest'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { publishVersion } from '@/lib/catalogue/commands/publish-version'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { refusalOf } from '../identity/people'
import { factsOf, published, recordOf, rowOf, steward } from './stewards'

const eight = Array.from({ length: 8 }, (_, i) => i)
const outcomes = async (acts: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(acts)
  return settled.map(({ status }) => status).sort()
}
const oneWins = [...eight.slice(1).map(() => 'rejected'), 'fulfilled'].sort()

test('of many who make the same dataset exactly one does', async () => {
  const ctx = await steward()
  expect(await outcomes(eight.map(() => createDataset(ctx, { record: recordOf('contested') })))).toEqual(oneWins)
})

test('of many who publish from the same page exactly one does', async () => {
  const ctx = await steward()
  await published(recordOf('rushed'))
  await saveDraft(ctx, { slug: 'rushed', expectedRevision: 2, changes: { title: 'Next' } })
  const wish = { slug: 'rushed', expectedRevision: 3, changeNote: 'More' }
  expect(await outcomes(eight.map((i) => publishVersion(ctx, { ...wish, version: `2.${i}.0` })))).toEqual(oneWins)
  expect((await rowOf('rushed')).versions).toHaveLength(2)
})

test('of many who change one field from the same page exactly one does, and nobody is overwritten', async () => {
  await published(recordOf('crowded'))
  const editors = await Promise.all(eight.map((i) => steward(`Editor ${i}`)))
  const save = (ctx: (typeof editors)[number], i: number) =>
    saveDraft(ctx, { slug: 'crowded', expectedRevision: 2, changes: { title: `Title ${i}` } })
  expect(await outcomes(editors.map(save))).toEqual(oneWins)
  expect((await factsOf('crowded')).filter(({ type }) => type === 'catalogue.draft-saved')).toHaveLength(1)
})

test('a collision shows each side and who was there; what touches other fields is joined', async () => {
  const [sten, siv] = [await steward('Sten Steward'), await steward('Siv Steward')]
  await published(recordOf('joined'))
  await saveDraft(sten, { slug: 'joined', expectedRevision: 2, changes: { title: 'By Sten', keywords: ['One'] } })
  const mine = { slug: 'joined', expectedRevision: 2 }
  const refused = await refusalOf(saveDraft(siv, { ...mine, changes: { title: 'By Siv', abstract: 'Also by Siv' } }))
  expect(refused).toMatchObject({
    code: 'catalogue.collides',
    details: {
      revision: 3,
      collisions: [{ field: 'title', before: ['Dataset joined'], theirs: ['By Sten'], mine: ['By Siv'] }],
      passed: [{ field: 'keywords', before: ['Radiology', 'Annotated'], theirs: ['One'] }],
      savedBy: [{ by: 'Sten Steward' }],
    },
  })
  expect((await rowOf('joined')).draft).toMatchObject({ title: 'By Sten', abstract: recordOf('joined').abstract })
  const joined = await saveDraft(siv, { ...mine, changes: { title: 'Dataset joined', abstract: 'Also by Siv' } })
  expect(joined).toMatchObject({
    revision: 4,
    changed: ['abstract'],
    passed: [{ field: 'title' }, { field: 'keywords' }],
  })
  expect((await rowOf('joined')).draft).toMatchObject({ title: 'By Sten', abstract: 'Also by Siv', keywords: ['One'] })
})

test('a save that changes nothing writes nothing; one that undoes everything ends the draft', async () => {
  const ctx = await steward()
  await published(recordOf('undone'))
  const save = (expectedRevision: number, title: string) =>
    saveDraft(ctx, { slug: 'undone', expectedRevision, changes: { title } })
  expect(await save(2, 'Dataset undone')).toMatchObject({ revision: 2, changed: [] })
  await save(2, 'Other')
  await save(3, 'Dataset undone')
  expect(await rowOf('undone')).toMatchObject({ draft: null, revision: 4 })
  expect((await refusalOf(save(99, 'From nowhere'))).code).toBe('catalogue.moved-on')
})
