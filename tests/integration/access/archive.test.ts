import { expect, test } from 'vitest'
import { takeArchive } from '@/lib/access/commands/archive'
import { attachFile } from '@/lib/access/commands/attachments'
import { saveDraft } from '@/lib/access/commands/drafts'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { submitRequest } from '@/lib/access/commands/submission'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { as, noon, somebody } from '../identity/people'
import { taken } from './archives'
import { formed } from './formed'
import { codeOf, documentOf, draft, factsOf, rowOf, submitted, world } from './requests'

test('the archive holds the request as a document and its files, each reader’s own, and the journal who took it', async () => {
  const w = await world()
  const request = await draft(w)
  await saveDraft(as(w.petra), { request, title: 'Gradering av lymfkörtlar: åäö ÅÄÖ' })
  const file = await pdf('A plan', 'plan.pdf')
  await attachFile(as(w.petra), { request, file })
  await attachFile(as(w.petra), { request, file })
  expect(await codeOf(takeArchive(as(w.handler), { request }))).toBe('platform.not-found')
  await submitRequest(as(w.petra), { request })
  const { name, listed, words } = await taken(w.handler, request)
  const { reference } = await rowOf(request)
  expect(name).toBe(`request ${reference}.zip`)
  for (const entry of [`${reference}.pdf`, 'files/plan.pdf', 'files/plan (2).pdf']) expect(listed).toContain(entry)
  expect(listed.match(/%PDF-/g)).toHaveLength(3)
  for (const said of [reference, 'Gradering av lymfkörtlar: åäö ÅÄÖ', 'Petra PI', 'Submitted'])
    expect(words).toContain(said)
  // A long name is broken where it has a hyphen.
  expect(words.replaceAll(' ', '')).toContain(w.slugs[0] ?? '–')
  expect(words).toContain('Hanna Handler')
  const swedish = await taken(w.petra, request, 'sv')
  expect(swedish.name).toBe(`ansökan ${reference}.zip`)
  expect(swedish.words).toContain('Inskickad')
  expect((await factsOf(request)).filter((fact) => fact === 'archive-taken')).toHaveLength(2)
  expect(await codeOf(takeArchive(as(await somebody()), { request }))).toBe('platform.not-found')
})

test('it holds the documents of the ethics approval for who may read them, each journalled as if it was taken alone', async () => {
  const w = await world()
  const handedIn = await documentOf(w.approval, w.petra.id)
  await documentOf(w.approval, w.petra.id)
  const writing = await documentOf(w.approval, w.petra.id)
  await db().ethicsDocument.update({ where: { id: writing }, data: { since: 2 } })
  const request = await submitted(w)
  const { number } = await db().ethicsApproval.findUniqueOrThrow({ where: { id: w.approval } })
  const guest = await somebody({ name: 'Gun Guest' })
  await db().accessMember.create({ data: { requestId: request, personId: guest.id, joinedAt: noon } })
  const places = [`ethics/${number}/decision.pdf`, `ethics/${number}/decision (2).pdf`]
  for (const who of [w.handler, w.petra]) {
    const { listed } = await taken(who, request)
    for (const place of places) expect(listed).toContain(place)
    expect(listed).not.toContain('decision (3).pdf')
  }
  expect((await taken(guest, request)).listed).not.toContain('ethics/')
  const token = { ...w.petra, scopes: ['requests:read'] }
  expect((await taken(token, request)).listed).not.toContain('ethics/')
  const read = (stream: string, type: string) =>
    db().event.findMany({ where: { stream, type }, orderBy: { seq: 'asc' } })
  const hubs = await read(`request:${request}`, 'access.ethics-document-read')
  expect(hubs.map(({ actorId, data }) => [actorId, (data as { document: string }).document])[0]).toEqual([
    w.handler.id,
    handedIn,
  ])
  expect(hubs).toHaveLength(2)
  const own = await read(`project:${w.project.id}`, 'ethics.document-read')
  expect(own.map(({ actorId }) => actorId)).toEqual([w.petra.id, w.petra.id])
})

test('who was asked finds nothing private in it, and who asks nothing of the hub’s own', async () => {
  const w = await world()
  const request = await draft(w)
  await formed(request)
  const contract = await pdf('Contract', 'contract.pdf')
  await attachFile(as(w.petra), { request, file: contract, fieldKey: 'contract' })
  await submitRequest(as(w.petra), { request })
  await requestReview(as(w.handler), { request })
  const task = (await rowOf(request)).tasks[0]?.id
  await review(as(w.reviewer), { request, task, answer: 'reject', text: 'Too few cases' })
  await remark(as(w.handler), { request, text: 'Ask the lawyers first' })
  const [hub, asked, asking] = [
    await taken(w.handler, request),
    await taken(w.reviewer, request),
    await taken(w.petra, request),
  ]
  for (const all of [hub, asked, asking]) expect(all.words).toContain('Att gradera lymfkörtlar på åtta sätt')
  for (const said of ['The secret sponsor', 'version 3', 'Too few cases', 'Ask the lawyers first'])
    expect(hub.words).toContain(said)
  expect(asked.words).not.toContain('The secret sponsor')
  expect(asked.words).not.toContain('Public sharing record')
  expect(asked.listed).not.toContain('contract.pdf')
  expect(hub.listed).toContain('files/contract.pdf')
  for (const kept of ['Too few cases', 'Ask the lawyers first', 'Rut Reviewer'])
    expect(asking.words).not.toContain(kept)
})
