import { expect, test } from 'vitest'
import { discardChange } from '@/lib/ethics/commands/change-approval'
import { addDocument, removeDocument } from '@/lib/ethics/commands/keep-documents'
import { readDocument } from '@/lib/ethics/commands/read-document'
import { submitApproval } from '@/lib/ethics/commands/submit-approval'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { contentOf, readUpload } from '@/lib/platform/storage'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { as, refusalOf, somebody } from '../identity/people'
import { type Made, officer, registered, submitted, verified } from './approvals'

const code = async (promise: Promise<unknown>) => (await refusalOf(promise)).code
const documentsOf = async ({ pi, id }: Made) => (await oneApproval(as(pi), { approval: id })).documents
const first = async (made: Made) => (await documentsOf(made))[0]?.id ?? ''

test('every reading of a document is journalled, and to who may not see the approval there is none', async () => {
  const member = await somebody()
  const pi = await somebody()
  const project = await projectOf(pi.id, { members: [member.id] })
  const made = await submitted({}, pi, project)
  const at = { approval: made.id, document: await first(made) }
  const readers = [pi, member, await officer(), await somebody({ roles: ['hub-administrator'] })]
  for (const reader of readers) {
    const file = await readDocument(as(reader), at)
    expect(file).toMatchObject({ name: 'signed.pdf', type: 'application/pdf' })
    expect(new TextDecoder().decode(await contentOf(file))).toContain('Decision')
  }
  const read = { type: 'ethics.document-read', subjectId: made.id }
  expect((await db().event.findMany({ where: read })).map(({ actorId }) => actorId).toSorted()).toEqual(
    readers.map(({ id }) => id).toSorted(),
  )
  for (const stranger of [await somebody(), await somebody({ roles: ['data-steward'] }), (await registered()).pi])
    expect(await code(readDocument(as(stranger), at))).toBe('platform.not-found')
  expect(await code(readDocument(as(pi), { ...at, document: newId() }))).toBe('platform.not-found')
  expect(await code(readDocument(as(pi), { approval: (await registered()).id, document: at.document }))).toBe(
    'platform.not-found',
  )
})

test('what was handed in keeps its documents; a new one begins the next version', async () => {
  const made = await verified()
  const { pi, at } = made
  await addDocument(as(pi), { ...at(4), kind: 'appendix', file: await pdf('Appendix') })
  expect(await oneApproval(as(pi), { approval: made.id })).toMatchObject({
    latest: { ordinal: 2, state: 'draft' },
    toCheck: [],
  })
  const decision = await first(made)
  await removeDocument(as(pi), { ...at(5), document: decision })
  expect(await documentsOf(made)).toMatchObject([
    { kind: 'decision', since: 1, until: 2, current: false },
    { kind: 'appendix', since: 2, until: null, current: true },
  ])
  expect(await code(submitApproval(as(pi), at(6)))).toBe('ethics.no-decision-document')
  const files = await db().storedFile.count()
  await discardChange(as(pi), at(6))
  expect(await documentsOf(made)).toMatchObject([{ kind: 'decision', until: null, current: true }])
  expect(await db().storedFile.count()).toBe(files - 1)
  await readDocument(as(pi), { approval: made.id, document: decision })
})

test('a document of a draft goes without a trace of its content; of what waits none is taken', async () => {
  const made = await registered()
  const { pi, at } = made
  const { id } = await addDocument(as(pi), { ...at(1), kind: 'decision', file: await pdf('Wrong one') })
  const { fileId } = await db().ethicsDocument.findUniqueOrThrow({ where: { id } })
  await removeDocument(as(pi), { ...at(2), document: id })
  expect(await db().storedFile.count({ where: { id: fileId } })).toBe(0)
  expect(await code(removeDocument(as(pi), { ...at(3), document: id }))).toBe('platform.not-found')
  const waits = await submitted()
  const wanted = { ...waits.at(3), kind: 'appendix', file: await pdf('Late') }
  expect(await code(addDocument(as(waits.pi), wanted))).toBe('ethics.not-in-this-state')
  expect(await code(removeDocument(as(waits.pi), { ...waits.at(3), document: await first(waits) }))).toBe(
    'ethics.not-in-this-state',
  )
  for (const act of [addDocument, removeDocument]) {
    const there = { ...wanted, document: await first(waits) }
    expect(await code(act(as(await somebody()), there))).toBe('platform.not-found')
    expect(await code(act(as(await officer()), there))).toBe('platform.forbidden')
  }
})

test('a file is what its content is', async () => {
  const wrong = async (bytes: Uint8Array, name = 'decision.pdf') =>
    (await refusalOf(readUpload({ name, bytes }, ['application/pdf']))).details.fields
  expect(await wrong(new TextEncoder().encode('<html>not a PDF</html>'))).toEqual({
    file: ['platform.invalid.file-type'],
  })
  expect(await wrong(new Uint8Array())).toEqual({ file: ['platform.invalid.file-missing'] })
})
