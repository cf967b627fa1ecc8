import { expect, test } from 'vitest'
import { attachFile, detachFile } from '@/lib/access/commands/attachments'
import { remark } from '@/lib/access/commands/remarks'
import { fileLimits } from '@/lib/access/rules/file-limits'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pdf } from '../agreements/files'
import { as, noon } from '../identity/people'
import { codeOf, draft, submitted, world } from './requests'

const { asking, hub } = fileLimits

/** Files that are there already, as their rows would stand; one content is enough for all. */
async function filled(requestId: string, byId: string, count: number, bytes = 1): Promise<void> {
  const { name, type, sha256, bytes: content } = await pdf('Notes', 'notes.pdf')
  const kept = { id: newId(), name, type, sha256, size: content.byteLength, content: new Uint8Array(content) }
  const { id: fileId } = await db().storedFile.create({ data: { ...kept, byId, createdAt: noon } })
  const one = { requestId, fileId, name, size: bytes, byId, at: noon }
  await db().accessAttachment.createMany({ data: Array.from({ length: count }, () => ({ ...one, id: newId() })) })
}

test('of many who attach at once so many succeed as there is room for', async () => {
  const w = await world()
  const request = await draft(w)
  await filled(request, w.petra.id, asking.files - 2)
  const file = await pdf('Plan', 'plan.pdf')
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => attachFile(as(w.petra), { request, file })))
  const made = all.flatMap((one) => (one.status === 'fulfilled' ? [String(one.value.attachment)] : []))
  expect(made).toHaveLength(2)
  expect(await db().accessAttachment.count({ where: { requestId: request } })).toBe(asking.files)
  expect(await codeOf(attachFile(as(w.petra), { request, file }))).toBe('access.too-many-files')
  await detachFile(as(w.petra), { request, attachment: made[0] })
  await attachFile(as(w.petra), { request, file })
})

test('files come to so many bytes at most, remarks among them; the hub has room of its own', async () => {
  const w = await world()
  const request = await submitted(w)
  const file = await pdf('Letter', 'letter.pdf')
  const size = file.bytes.byteLength
  await filled(request, w.petra.id, 1, asking.bytes - size)
  const said = { request, text: 'See the file', file }
  await remark(as(w.petra), said)
  expect(await codeOf(remark(as(w.petra), said))).toBe('access.files-too-large')
  await remark(as(w.petra), { request, text: 'Words alone' })
  await remark(as(w.handler), said)
  await filled(request, w.handler.id, 1, hub.bytes - asking.bytes - 2 * size)
  await remark(as(w.handler), said)
  expect(await codeOf(remark(as(w.handler), said))).toBe('access.files-too-large')
  await expect(filled(request, w.handler.id, 1, 10)).rejects.toThrow()
  const other = await submitted(await world())
  await expect(filled(other, w.petra.id, hub.files + 1)).rejects.toThrow()
})
