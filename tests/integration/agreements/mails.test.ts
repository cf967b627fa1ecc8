import { expect, test } from 'vitest'
import { acceptText } from '@/lib/agreements/commands/accept-text'
import { returnDocument } from '@/lib/agreements/commands/decide-document'
import { draftText, editText, publishText } from '@/lib/agreements/commands/keep-texts'
import { setNotifications } from '@/lib/identity/commands/profile'
import { db } from '@/lib/platform/db'
import { tasks } from '@/lib/reactions/tasks'
import { as, somebody } from '../identity/people'
import { admin, countersigned, submitted } from './documents'
import { publishedText } from './texts'

/** Does the job of the latest event of this type, twice, as a worker that died would. */
async function react(task: string, type: string): Promise<void> {
  const event = await db().event.findFirstOrThrow({ where: { type: `agreements.${type}` }, orderBy: { id: 'desc' } })
  for (const _ of [1, 2]) await tasks[`react.${task}`]?.({ eventId: event.id }, undefined as never)
}
const mailsTo = async (recipientId: string) =>
  (await db().mail.findMany({ where: { recipientId }, orderBy: { id: 'asc' } })).map(({ subject, text }) => ({
    subject,
    text,
  }))

test('administrators hear of what waits; the project hears what was decided, and why; each once', async () => {
  const ada = await admin()
  const { pi, at } = await submitted()
  await react('mail-agreement-waiting', 'document-submitted')
  expect(await mailsTo(ada.id)).toMatchObject([
    { subject: 'Waiting for a signature: data processing agreement (DPA) of Lungs' },
  ])
  await returnDocument(as(ada), { ...at, reason: 'The second page is missing' })
  await react('mail-agreement-decision', 'document-returned')
  const told = await mailsTo(pi.id)
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('The hub writes: The second page is missing')
  expect(told[0]?.text).toContain(`/projects/${at.project}/agreements`)
})

test('who turned these mails off gets none', async () => {
  const pi = await somebody()
  await setNotifications(as(pi), { enabled: [] })
  await countersigned('dpa', pi)
  await react('mail-agreement-decision', 'document-countersigned')
  expect(await mailsTo(pi.id)).toEqual([])
})

test('the clock’s task reminds by mail once', async () => {
  const days = { firstDay: '2026-11-23', lastDay: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) }
  const { pi, id: document } = await countersigned('dpa', undefined, days)
  for (const _ of [1, 2]) await tasks['due:agreement-expiry']?.({ document, days: 30 }, undefined as never)
  await react('mail-agreement-expiry', 'expiry-neared')
  const told = (await mailsTo(pi.id)).filter(({ subject }) => subject.startsWith('30 days left'))
  expect(told).toHaveLength(1)
})

test('who accepted an earlier version of the user terms hears of a new one, whatever they turned off', async () => {
  const kind = 'user-terms'
  const [reader, other] = [await somebody(), await somebody()]
  await acceptText(as(reader), { kind, version: await publishedText(kind) })
  await setNotifications(as(reader), { enabled: [] })
  const ada = as(await admin())
  const { version } = await draftText(ada, { kind })
  const words = { titleEn: 'User terms', titleSv: 'Villkor', bodyEn: 'New.', bodySv: 'Nytt.' }
  await editText(ada, { kind, expectedRevision: 1, ...words })
  await publishText(ada, { kind, expectedRevision: 2, changeNote: 'Shorter' })
  await react('mail-new-terms', 'text-published')
  expect(await mailsTo(reader.id)).toMatchObject([{ subject: 'New terms from 2026-12-23: User terms' }])
  expect((await mailsTo(reader.id))[0]?.text).toContain(`/agreements/user-terms/${version}`)
  expect(await mailsTo(other.id)).toEqual([])
})
