import 'server-only'
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from './context'
import type { Tx } from './db'
import { cleanFileName } from './file-name'
import { findPersonalNumbers } from './identifiers/personal-number'
import { Refused, refuse } from './refusal'
import { fileLimit, Upload } from './upload'

const wrong = (field: string, message: string) =>
  new Refused(refuse('platform.invalid', { fields: { [field]: [message] } }))

/**
 * Judges a file before it comes near a command: not empty, at most 10 MB, of one of `types` by its content (what the sender says of
 * it counts for nothing), its name cleaned and without a personal number. Throws platform.invalid at `field`.
 */
export async function readUpload(
  said: { name: string; bytes: Uint8Array },
  types: readonly string[],
  field = 'file',
): Promise<Upload> {
  if (said.bytes.byteLength === 0) throw wrong(field, 'platform.invalid.file-missing')
  if (said.bytes.byteLength > fileLimit) throw wrong(field, 'platform.invalid.file-size')
  const found = await fileTypeFromBuffer(said.bytes)
  if (!found || !types.includes(found.mime)) throw wrong(field, 'platform.invalid.file-type')
  const name = cleanFileName(said.name, found.ext)
  if (findPersonalNumbers(name).length > 0) throw wrong(field, 'platform.invalid.file-name')
  const sha256 = createHash('sha256').update(said.bytes).digest('hex')
  return new Upload(name, found.mime, sha256, said.bytes)
}

/** Keeps a file whole in the database, in the transaction of what it belongs to. */
export async function storeFile(
  tx: Tx,
  ctx: Context,
  id: string,
  { name, type, sha256, bytes }: Upload,
): Promise<void> {
  const byId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const content = new Uint8Array(bytes)
  const file = { id, name, type, sha256, size: content.byteLength, content, byId, createdAt: ctx.now }
  await tx.storedFile.create({ data: file, select: { id: true } })
}

/** What is known of a file without reading it. */
export const fileFacts = { id: true, name: true, type: true, size: true, sha256: true } as const

export type Download = { name: string; type: string; content: Uint8Array<ArrayBuffer> }

/** A stored file with its content. Who may have it is for the caller to know. */
export const fileContent = (tx: Tx, id: string): Promise<Download | null> =>
  tx.storedFile.findUnique({ where: { id }, select: { name: true, type: true, content: true } })
