import { expect, test } from 'vitest'
import { detachFile, downloadAttachment, redactFile } from '@/lib/access/commands/attachments'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview } from '@/lib/access/commands/reviews'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { as, somebody } from '../identity/people'
import { taken } from './archives'
import { codeOf, factsOf, reason, submitted, until, world } from './requests'

async function written(by: Person, request: string, isPublic: boolean, name: string): Promise<string> {
  const answer = await remark(as(by), { request, text: 'See the file', isPublic, file: await pdf(name, name) })
  return String((answer as { attachment?: string }).attachment)
}

test('a file of a remark is seen, taken and archived by whoever sees the remark, and by nobody else', async () => {
  const w = await world()
  const request = await submitted(w)
  await requestReview(as(w.handler), { request })
  const inside = await written(w.handler, request, false, 'minutes.pdf')
  const open = await written(w.handler, request, true, 'letter.pdf')
  const own = await written(w.petra, request, false, 'answer.pdf')
  const seen = async (who: Person) =>
    (await oneRequest(as(who), { request })).attachments.map(({ id, remarkId }) => [id, remarkId !== null])
  expect(await seen(w.petra)).toEqual([
    [open, true],
    [own, true],
  ])
  for (const who of [w.handler, w.reviewer]) expect((await seen(who)).map(([id]) => id)).toEqual([inside, open, own])

  expect((await downloadAttachment(as(w.reviewer), { request, attachment: inside })).name).toBe('minutes.pdf')
  for (const who of [w.petra, w.emil, await somebody()])
    expect(await codeOf(downloadAttachment(as(who), { request, attachment: inside }))).toBe('platform.not-found')
  expect((await downloadAttachment(as(w.petra), { request, attachment: open })).name).toBe('letter.pdf')

  const { listed } = await taken(w.petra, request)
  expect(listed).toContain('files/letter.pdf')
  expect(listed).not.toContain('minutes.pdf')
  expect((await taken(w.handler, request)).listed).toContain('files/minutes.pdf')
  expect((await factsOf(request)).filter((fact) => fact === 'remark-made')).toHaveLength(3)
})

test('it is no file of the draft: the applicant does not take it out, the handler redacts it', async () => {
  const w = await world()
  const request = await submitted(w)
  const file = await written(w.handler, request, true, 'letter.pdf')
  await returnRequest(as(w.handler), { request, reason })
  expect(await codeOf(detachFile(as(w.petra), { request, attachment: file }))).toBe('access.no-such-file')
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  await redactFile(as(w.handler), { request, attachment: file })
  expect(await codeOf(downloadAttachment(as(w.petra), { request, attachment: file }))).toBe('platform.not-found')
  const [kept] = (await oneRequest(as(w.petra), { request })).attachments
  expect(kept).toMatchObject({ name: 'letter.pdf', by: 'Hanna Handler' })
  expect(kept?.redactedAt).not.toBeNull()
})

test('what is no PDF is refused where the remark is typed, and a file stands in one place alone', async () => {
  const w = await world()
  const request = await submitted(w)
  const wrong = remark(as(w.handler), { request, text: 'See the file', file: 'letter.pdf' })
  expect(await codeOf(wrong)).toBe('platform.invalid')
  const file = await written(w.handler, request, true, 'letter.pdf')
  const both = db().accessAttachment.update({ where: { id: file }, data: { fieldKey: 'protocol' } })
  await expect(both).rejects.toThrow(/access_attachment_one_place/)
})
