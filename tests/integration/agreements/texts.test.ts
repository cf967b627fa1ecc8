import { expect, test } from 'vitest'
import { discardDraft, draftText, editText, publishText } from '@/lib/agreements/commands/keep-texts'
import { agreementsDesk, textDraft } from '@/lib/agreements/queries/administration'
import { agreementText } from '@/lib/agreements/queries/texts'
import { db } from '@/lib/platform/db'
import { as, later, noon, refusalOf, somebody, stranger } from '../identity/people'
import { admin, submitted } from './documents'

const kind = 'dpa'
const words = { titleEn: 'DPA', titleSv: 'PUB-avtal', bodyEn: '# One\n\nWords.', bodySv: '# Ett\n\nOrd.' }
const code = async (promise: Promise<unknown>) => (await refusalOf(promise)).code

test('a text is drafted, written, published with notice, and never changes again', async () => {
  const ada = as(await admin())
  const outsider = as(await somebody())
  for (const act of [draftText, editText, discardDraft, publishText])
    expect(await code(act(outsider, { kind, expectedRevision: 1, ...words }))).toBe('platform.not-found')
  expect(await code(publishText(ada, { kind, expectedRevision: 1 }))).toBe('agreements.no-draft')
  const { version } = await draftText(ada, { kind })
  expect(await code(draftText(ada, { kind }))).toBe('agreements.drafted-already')
  expect(await code(publishText(ada, { kind, expectedRevision: 1 }))).toBe('agreements.empty-draft')
  await editText(ada, { kind, expectedRevision: 1, ...words })
  expect(await code(editText(ada, { kind, expectedRevision: 1, ...words }))).toBe('platform.conflict')
  await publishText(ada, { kind, expectedRevision: 2, noticeDays: 0 })

  await draftText(ada, { kind })
  expect((await textDraft(ada, { kind })).draft).toMatchObject(words)
  const note = 'The hub answers within three days'
  const publish = { kind, expectedRevision: 1, changeNote: note }
  expect(await code(publishText(ada, publish))).toBe('agreements.nothing-new')
  await editText(ada, { kind, expectedRevision: 1, ...words, bodyEn: '# One\n\nOther words.' })
  expect(await code(publishText(ada, { ...publish, expectedRevision: 2, changeNote: '' }))).toBe(
    'agreements.no-change-note',
  )
  const { bindsFrom } = await publishText(ada, { ...publish, expectedRevision: 2 })
  expect(bindsFrom).toEqual(later(30 * 86_400_000))
  const text = await agreementText(stranger(), { kind, version: version + 1 })
  expect(text).toMatchObject({ binding: false, changeNote: note, before: { version, bodyEn: words.bodyEn } })
  await draftText(ada, { kind })
  await discardDraft(ada, { kind, expectedRevision: 1 })
  expect(await code(discardDraft(ada, { kind, expectedRevision: 1 }))).toBe('agreements.no-draft')
  const types = (
    await db().event.findMany({ where: { stream: `agreement-text:${kind}` }, orderBy: { seq: 'asc' } })
  ).map(({ type }) => type.replace('agreements.', ''))
  const once = ['text-drafted', 'text-edited', 'text-published']
  expect(types).toEqual([...once, ...once, 'text-drafted', 'draft-discarded'])
})

test('a text holds no personal number', async () => {
  const ada = as(await admin())
  const wrong = editText(ada, { kind: 'user-terms', expectedRevision: 1, ...words, bodySv: 'Pia 19811228-9874' })
  expect((await refusalOf(wrong)).details.fields).toHaveProperty('bodySv')
})

test('the desk shows what waits, the longest first, and whose project is the reader’s own', async () => {
  const ada = await admin()
  const first = await submitted('service-agreement', noon)
  const own = await submitted('service-agreement', later(1000), ada)
  const { waiting, texts } = await agreementsDesk(as(ada), {})
  const mine = waiting.filter(({ id }) => [first.id, own.id].includes(id))
  expect(mine.map(({ id, own: isOwn }) => [id, isOwn])).toEqual([
    [first.id, false],
    [own.id, true],
  ])
  expect(mine[0]).toMatchObject({ submittedBy: 'Pia Investigator', file: { name: 'signed.pdf' } })
  expect(texts.map((text) => text.kind)).toEqual(['service-agreement', 'dpa', 'user-terms'])
})
