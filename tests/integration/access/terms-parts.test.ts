import { expect, test } from 'vitest'
import { acceptAccessTerms, publishTerms } from '@/lib/access/commands/terms'
import { keepTermsDocument } from '@/lib/access/commands/terms-documents'
import { oneRequest } from '@/lib/access/queries/request'
import { accessTerms, keptTerms, termsDocument } from '@/lib/access/queries/terms'
import { hideDataset } from '@/lib/catalogue/commands/change-visibility'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { contentOf } from '@/lib/platform/storage'
import { pdf } from '../agreements/files'
import { steward } from '../catalogue/stewards'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { codeOf, draft, world } from './requests'

const day = 86_400_000
const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
const fresh = () => `extra:${newId().slice(-12)}`
const keep = async (ctx: Context, said: string, name = 'licence.pdf') =>
  keepTermsDocument(ctx, { file: await pdf(said, name) })

test('a version has its text, where it stands elsewhere, and documents, which everybody fetches as they were published', async () => {
  const sten = await steward()
  const [english, swedish] = [await keep(sten, 'The licence'), await keep(sten, 'Licensen', 'licens.pdf')]
  const links = { linkEn: 'https://example.org/licence', linkSv: null }
  const wish = { subject: fresh(), ...words, ...links, noticeDays: 0 }
  const { id } = await publishTerms(sten, { ...wish, documentEn: english.id, documentSv: swedish.id })
  const listed = (await accessTerms(stranger(), {})).find((one) => one.id === id)
  expect(listed).toMatchObject({ ...links, documentEn: english, documentSv: { name: 'licens.pdf' } })
  expect(JSON.stringify(listed)).not.toContain(sten.actor.kind === 'person' ? sten.actor.id : '')
  const file = await termsDocument(stranger(), { terms: id, language: 'sv' })
  expect([file.name, file.type, file.sha256]).toEqual(['licens.pdf', 'application/pdf', swedish.sha256])
  expect(Buffer.from(await contentOf(file))).toEqual(Buffer.from((await pdf('Licensen')).bytes))
  // The next version may keep the document of the one before.
  const next = await publishTerms(sten, { ...wish, changeNote: 'Clearer', documentEn: english.id })
  expect((await termsDocument(stranger(), { terms: next.id, language: 'en' })).sha256).toBe(english.sha256)
  expect(await codeOf(termsDocument(stranger(), { terms: next.id, language: 'sv' }))).toBe('platform.not-found')
  expect(await codeOf(termsDocument(stranger(), { terms: newId(), language: 'en' }))).toBe('platform.not-found')
  const facts = await db().event.findMany({ where: { subjectId: { in: [id, english.id] } }, orderBy: { id: 'asc' } })
  expect(facts.map(({ type, data }) => [type, data])).toEqual([
    ['access.terms-document-kept', { sha256: english.sha256 }],
    [
      'access.terms-published',
      expect.objectContaining({ version: 1, parts: ['link-en', 'document-en', 'document-sv'] }),
    ],
  ])
})

test('links are addresses by https without personal numbers, and documents are there', async () => {
  const sten = await steward()
  const wish = { subject: fresh(), ...words, noticeDays: 0 }
  const fieldsOf = async (more: object) => (await refusalOf(publishTerms(sten, { ...wish, ...more }))).details
  expect(await fieldsOf({ linkEn: 'http://example.org/' })).toEqual({ fields: { linkEn: ['access.invalid.https'] } })
  for (const linkSv of ['https://user@example.org/', 'javascript:alert(1)', 'https://example.org/19811218-9876'])
    expect(Object.keys((await fieldsOf({ linkSv })).fields as object)).toEqual(['linkSv'])
  expect(await fieldsOf({ documentSv: newId() })).toEqual({ fields: { documentSv: ['access.invalid.terms-document'] } })
  expect(await codeOf(keepTermsDocument(as(await somebody()), { file: await pdf() }))).toBe('platform.not-found')
  expect(await codeOf(keepTermsDocument(sten, {}))).toBe('platform.invalid')
})

test('whoever is to accept a version is told of all its parts, and reads those of a dataset that others do not see', async () => {
  const w = await world()
  const [slug = ''] = w.slugs
  const sten = await steward()
  const document = await keep(sten, 'Of the site')
  const wish = { subject: `dataset:${slug}`, ...words, linkSv: 'https://example.org/villkor', noticeDays: 0 }
  const { id: terms } = await publishTerms(sten, { ...wish, documentEn: document.id })
  const request = await draft(w)
  const owed = async () => (await oneRequest(as(w.petra), { request })).owedTerms
  expect(await owed()).toMatchObject([{ id: terms, linkEn: null, linkSv: wish.linkSv, documentEn: document }])
  await hideDataset(sten, { slug, expectedRevision: 2, reason: 'Under revision' })
  const read = (ctx: Context) => termsDocument(ctx, { terms, language: 'en' })
  expect((await accessTerms(stranger(), {})).map(({ id }) => id)).not.toContain(terms)
  expect((await keptTerms(sten, {})).find(({ id }) => id === terms)?.documentEn).toEqual(document)
  for (const ctx of [stranger(), as(await somebody()), as(w.emil)])
    expect(await codeOf(read(ctx))).toBe('platform.not-found')
  for (const ctx of [as(w.petra), sten]) expect((await read(ctx)).sha256).toBe(document.sha256)
  await acceptAccessTerms(as(w.petra), { terms })
  expect(await owed()).toEqual([])
  expect((await read(as(w.petra))).sha256).toBe(document.sha256)
})

test('what was published never changes, and a document that no version names is forgotten after a day', async () => {
  const sten = await steward()
  const at = (milliseconds: number): Context => ({ ...sten, now: later(milliseconds) })
  const [named, lost] = [await keep(at(0), 'Named'), await keep(at(0), 'Lost')]
  const { id } = await publishTerms(at(0), { subject: fresh(), ...words, documentSv: named.id, noticeDays: 0 })
  const filesOf = (...ids: string[]) => db().accessTermsDocument.findMany({ where: { id: { in: ids } } })
  const [, file] = (await filesOf(named.id, lost.id)).map(({ fileId }) => fileId)
  await keep(at(day - 1000), 'Another')
  expect(await filesOf(named.id, lost.id)).toHaveLength(2)
  await keep(at(day + 1000), 'Another')
  expect((await filesOf(named.id, lost.id)).map((one) => one.id)).toEqual([named.id])
  expect(await db().storedFile.count({ where: { id: file } })).toBe(0)
  const where = { id: named.id }
  const renamed = db().$executeRaw`UPDATE access_terms_document SET name = 'x.pdf' WHERE id = ${named.id}::uuid`
  await expect(renamed).rejects.toThrow('never changes')
  await expect(db().accessTermsDocument.delete({ where })).rejects.toThrow()
  const linked = db().$executeRaw`UPDATE access_terms SET link_en = 'https://example.org/' WHERE id = ${id}::uuid`
  await expect(linked).rejects.toThrow('is forbidden')
  const { fileId } = await db().accessTermsDocument.findUniqueOrThrow({ where })
  await db().storedFile.update({ where: { id: fileId }, data: { sha256: 'f'.repeat(64) } })
  await expect(termsDocument(stranger(), { terms: id, language: 'sv' })).rejects.toThrow('not what was published')
})
