import { expect, test } from 'vitest'
import {
  countersignDocument,
  returnDocument,
  terminateDocument,
  withdrawDocument,
} from '@/lib/agreements/commands/decide-document'
import { downloadDocument } from '@/lib/agreements/commands/download-document'
import { submitDocument } from '@/lib/agreements/commands/submit-document'
import { projectAgreements } from '@/lib/agreements/queries/project-agreements'
import { missingAgreements } from '@/lib/agreements/store/missing'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { authorities } from '@/lib/projects/rules/authority'
import { as, later, noon, refusalOf, somebody } from '../identity/people'
import { admin, countersigned, period, submitted } from './documents'
import { pdf } from './files'
import { projectOf } from './projects'
import { publishedText } from './texts'

const reason = 'The signature of the second page is missing'
const code = async (promise: Promise<unknown>) => (await refusalOf(promise)).code
const told = async (project: string) =>
  (await db().event.findMany({ where: { stream: `project:${project}` }, orderBy: { seq: 'asc' } })).map(({ type }) =>
    type.replace('agreements.', ''),
  )

test('a project hands in its DPA, gets it back, hands in another, and has it in force from the first day to the last', async () => {
  const { pi, project, at } = await submitted()
  const ada = await admin()
  const page = () => projectAgreements(as(pi), { project: project.slug })
  expect(await page()).toMatchObject({ maySubmit: true, documents: [{ standing: 'submitted', may: ['withdraw'] }] })
  expect(await code(countersignDocument(as(pi), { ...at, ...period }))).toBe('platform.forbidden')
  await returnDocument(as(ada), { ...at, reason })
  expect((await page()).documents).toMatchObject([{ standing: 'returned', reason, may: [] }])
  expect(await code(countersignDocument(as(ada), { ...at, ...period }))).toBe('platform.conflict')
  const again = await countersigned('dpa', pi)
  const lacks = (now: Date, institutionName = 'Linköping University') =>
    missingAgreements(db(), { id: again.project.id, institutionName }, now)
  expect(await lacks(noon)).toEqual(['service-agreement'])
  expect(await lacks(new Date('2027-11-22T23:59:59.999Z'))).toEqual(['service-agreement'])
  expect(await lacks(new Date('2027-11-23T00:00:00Z'))).toEqual(['service-agreement', 'dpa'])
  expect(await lacks(noon, 'Another University')).toEqual(['service-agreement', 'dpa'])
  await terminateDocument(as(ada), { ...again.at, reason })
  expect(await lacks(noon)).toEqual(['service-agreement', 'dpa'])
  expect(await told(project.id)).toEqual(['document-submitted', 'document-returned'])
  expect(await told(again.project.id)).toEqual(['document-submitted', 'document-countersigned', 'document-terminated'])
})

test('only its PI and who holds every authority sign, and the journal names both', async () => {
  const [pi, delegate, booker, outsider] = await Promise.all([somebody(), somebody(), somebody(), somebody()])
  const { id: projectId, slug } = await projectOf(pi.id, { members: [delegate.id, booker.id] })
  const grant = (holderId: string, what: readonly string[]) =>
    db().delegation.create({
      data: {
        ...{ id: newId(), projectId, rootId: pi.id, grantorId: pi.id, holderId, authorities: [...what] },
        ...{ from: noon, until: later(90 * 86_400_000), createdAt: noon },
      },
    })
  await grant(delegate.id, authorities)
  await grant(booker.id, ['book-compute', 'manage-members'])
  const wanted = { project: slug, kind: 'dpa', version: await publishedText('dpa'), file: await pdf() }
  expect(await code(submitDocument(as(booker), wanted))).toBe('agreements.not-signatory')
  expect(await code(submitDocument(as(outsider), wanted))).toBe('platform.not-found')
  expect(await code(submitDocument(as(await admin()), wanted))).toBe('platform.not-found')
  const { id } = await submitDocument(as(delegate), wanted)
  const entry = await db().event.findFirstOrThrow({ where: { subjectId: id } })
  expect([entry.actorId, entry.onBehalfOf]).toEqual([delegate.id, pi.id])
  const at = { project: slug, document: id, expectedRevision: 1 }
  expect(await code(withdrawDocument(as(booker), at))).toBe('agreements.not-signatory')
  await withdrawDocument(as(pi), at)
  expect(await code(withdrawDocument(as(pi), { ...at, expectedRevision: 2 }))).toBe('agreements.not-in-this-state')
})

test('nobody decides for a project of their own, nor for one that has moved, nor for days that are over', async () => {
  const ada = await admin()
  const own = await submitted('dpa', noon, ada)
  for (const act of [countersignDocument, returnDocument, terminateDocument])
    expect(await code(act(as(ada), { ...own.at, ...period, reason }))).toBe('agreements.own-project')
  const { project, at } = await submitted()
  const wrong = { ...at, firstDay: '2026-11-01', lastDay: '2026-11-22' }
  expect((await refusalOf(countersignDocument(as(ada), wrong))).details.fields).toEqual({
    lastDay: ['agreements.invalid.over'],
  })
  await db().project.update({ where: { id: project.id }, data: { institutionName: 'Uppsala University' } })
  expect(await code(countersignDocument(as(ada), { ...at, ...period }))).toBe('agreements.other-institution')
  expect(await code(terminateDocument(as(ada), { ...at, reason }))).toBe('agreements.not-in-this-state')
  await returnDocument(as(ada), { ...at, reason })
  expect(await code(returnDocument(as(ada), { ...at, expectedRevision: 2, reason }))).toBe(
    'agreements.not-in-this-state',
  )
  const old = await countersigned()
  const after = as(ada, new Date('2027-12-01T00:00:00Z'))
  expect(await code(terminateDocument(after, { ...old.at, reason }))).toBe('agreements.expired')
})

test('of ten who hand in at once one waits, and of ten who decide at once one does', async () => {
  const pi = await somebody()
  const { slug } = await projectOf(pi.id)
  const wanted = { project: slug, kind: 'dpa', version: await publishedText('dpa'), file: await pdf() }
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => submitDocument(as(pi), wanted)))
  const [won] = tries.filter((one) => one.status === 'fulfilled')
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await code(submitDocument(as(pi), wanted))).toBe('agreements.waiting-already')
  const at = { project: slug, document: won?.value.id, expectedRevision: 1 }
  const ada = await admin()
  const decisions = Array.from({ length: 10 }, (_, i) =>
    i % 2 ? countersignDocument(as(ada), { ...at, ...period }) : returnDocument(as(ada), { ...at, reason }),
  )
  expect((await Promise.allSettled(decisions)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nothing is signed that has been superseded, is not there, or is for a project that is over', async () => {
  const pi = await somebody()
  const { slug, id } = await projectOf(pi.id)
  const version = await publishedText('service-agreement')
  await publishedText('service-agreement')
  const wanted = { project: slug, kind: 'service-agreement', version, file: await pdf() }
  expect(await code(submitDocument(as(pi), wanted))).toBe('agreements.superseded')
  expect(await code(submitDocument(as(pi), { ...wanted, version: 9000 }))).toBe('platform.not-found')
  await db().project.update({ where: { id }, data: { endsAt: later(1000) } })
  const late = as(pi, later(2000))
  expect(await code(submitDocument(late, { ...wanted, version: version + 1 }))).toBe('agreements.project-over')
  expect(await code(submitDocument(as(pi), { ...wanted, file: undefined }))).toBe('platform.invalid')
})

test('a copy is handed to who sees the project, and each is journalled', async () => {
  const { pi, project, id } = await submitted()
  const both = await pdf('Signed by both', 'båda.pdf')
  const ada = await admin()
  await countersignDocument(as(ada), {
    project: project.slug,
    document: id,
    expectedRevision: 1,
    ...period,
    file: both,
  })
  const wanted = { project: project.slug, document: id }
  const own = await downloadDocument(as(pi), wanted)
  expect(own).toMatchObject({ name: 'signed.pdf', type: 'application/pdf' })
  expect(Buffer.from(own.content ?? []).equals(Buffer.from((await pdf()).bytes))).toBe(true)
  expect((await downloadDocument(as(ada), { ...wanted, file: 'countersigned' })).name).toBe('båda.pdf')
  const stranger = await somebody()
  expect(await code(downloadDocument(as(stranger), wanted))).toBe('platform.not-found')
  const elsewhere = await projectOf(stranger.id)
  expect(await code(downloadDocument(as(stranger), { ...wanted, project: elsewhere.slug }))).toBe('platform.not-found')
  const taken = await db().event.findMany({ where: { subjectId: id, type: 'agreements.document-downloaded' } })
  expect(taken.map(({ actorId }) => actorId)).toEqual([pi.id, ada.id])
})
