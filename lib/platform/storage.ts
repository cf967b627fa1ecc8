import 'server-only'
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from './context'
import type { Tx } from './db'
import { db } from './db'
import { env } from './env'
import { cleanFileName } from './file-name'
import { holdsPersonalNumber } from './identifiers/personal-number'
import { schedule } from './jobs'
import { log } from './log'
import { Refused, refuse } from './refusal'
import { scan } from './storage/clamd'
import { keyOf, type Storage } from './storage/driver'
import { configuredStorage, driverOf } from './storage/drivers'
import { personalNumberIn, tableText } from './table-file'
import { fileLimit, Upload } from './upload'

const wrong = (field: string, message: string) =>
  new Refused(refuse('platform.invalid', { fields: { [field]: [message] } }))

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Where a scanner is configured, nothing passes that it has not looked at: not when it finds something, nor when it does not answer. */
async function demandClean(bytes: Uint8Array, field: string): Promise<void> {
  const { CLAMD_URL } = env()
  if (!CLAMD_URL) return
  const verdict = await scan(CLAMD_URL, bytes).catch((error) => {
    log().error({ err: error }, 'the virus scanner gave no verdict')
    throw new Refused(refuse('platform.not-scanned', { status: 503 }))
  })
  if (verdict.clean) return
  log().warn({ found: verdict.found, sha256: hashOf(bytes) }, 'an uploaded file was refused by the virus scanner')
  throw wrong(field, 'platform.invalid.file-infected')
}

const csv = { mime: 'text/csv', ext: 'csv' }

/** A table, where one is asked for: nothing but its being text shows what it is. Throws where a cell holds a personal number. */
function tableIn(bytes: Uint8Array, field: string): typeof csv | undefined {
  const text = tableText(bytes)
  if (text === null) return undefined
  const found = personalNumberIn(text)
  if (found) throw wrong(field, `platform.invalid.file-personal-number?row=${found.row}&column=${found.column}`)
  return csv
}

/**
 * Judges a file before it comes near a command: not empty, at most 10 MB, of one of `types` by its content (what the sender says of
 * it counts for nothing), its name and the cells of a table without a personal number, clean by the virus scanner where there is one.
 * Throws platform.invalid at `field`, platform.not-scanned where the scanner does not answer.
 */
export async function readUpload(
  said: { name: string; bytes: Uint8Array },
  types: readonly string[],
  field = 'file',
): Promise<Upload> {
  if (said.bytes.byteLength === 0) throw wrong(field, 'platform.invalid.file-missing')
  if (said.bytes.byteLength > fileLimit) throw wrong(field, 'platform.invalid.file-size')
  const byMark = await fileTypeFromBuffer(said.bytes)
  const found = byMark ?? (types.includes(csv.mime) ? tableIn(said.bytes, field) : undefined)
  if (!found || !types.includes(found.mime)) throw wrong(field, 'platform.invalid.file-type')
  const name = cleanFileName(said.name, found.ext)
  if (holdsPersonalNumber(name)) throw wrong(field, 'platform.invalid.file-name')
  await demandClean(said.bytes, field)
  return new Upload(name, found.mime, hashOf(said.bytes), said.bytes)
}

/**
 * Keeps a file in the transaction of what it belongs to: whole in the database, from where a job moves it to the configured store once
 * that is committed. So there is never one without the other, and a store that is down delays nothing.
 */
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
  if (configuredStorage() !== 'database')
    await schedule(tx, { task: 'due:move-file', payload: { file: id }, at: ctx.now, key: `move-file:${id}` })
}

/** Forgets a file, its content too: at once where it is in the database, else by a job after this transaction. */
export async function forgetFile(tx: Tx, ctx: Context, id: string): Promise<void> {
  const { storage } = await tx.storedFile.delete({ where: { id }, select: { storage: true } })
  const payload = { storage, file: id }
  if (storage !== 'database')
    await schedule(tx, { task: 'due:erase-object', payload, at: ctx.now, key: `erase-object:${id}` })
}

/** What is known of a file without reading it. */
export const fileFacts = { id: true, name: true, type: true, size: true, sha256: true } as const

/** A file to hand out: what it is, and where its content is. `contentOf` reads that, after the transaction. */
export type Download = {
  id: string
  name: string
  type: string
  sha256: string
  storage: string
  content: Uint8Array<ArrayBuffer> | null
}

/** A stored file as it can be handed out. Who may have it is for the caller to know. */
export const fileContent = (tx: Tx, id: string): Promise<Download | null> =>
  tx.storedFile.findUnique({
    where: { id },
    select: { id: true, name: true, type: true, sha256: true, storage: true, content: true },
  })

/** The content of a file, from wherever it is; throws where it is gone or is not what was stored. */
export async function contentOf({ id, sha256, storage, content }: Download): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = storage === 'database' ? content : await driverOf(storage as 'disk' | 's3').get(keyOf(id))
  if (!bytes) throw new Error(`the content of file ${id} is not in its store`)
  if (hashOf(bytes) !== sha256) throw new Error(`the content of file ${id} is not what was stored`)
  return bytes
}

/** Moves one file from the database to the configured store, and reads it back before its content leaves the database. */
export async function moveFile(id: string): Promise<void> {
  const to = configuredStorage()
  if (to === 'database') return
  const file = await fileContent(db(), id)
  if (!file?.content || file.storage !== 'database') return
  const driver = driverOf(to)
  await driver.put(keyOf(id), file.content, file)
  await contentOf({ ...file, storage: to, content: null })
  await db().storedFile.updateMany({ where: { id, storage: 'database' }, data: { storage: to, content: null } })
}

/** Files that wait in the database though another store is configured, such as those from before it was: some at a time. */
export async function filesToMove(most = 200): Promise<string[]> {
  if (configuredStorage() === 'database') return []
  const where = { storage: 'database' }
  return (await db().storedFile.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: most })).map(
    (file) => file.id,
  )
}

/** Removes the object of a file that was forgotten. */
export const eraseObject = (storage: Exclude<Storage, 'database'>, id: string): Promise<void> =>
  driverOf(storage).remove(keyOf(id))

/** A stored file's name and content, read when it is needed; null where it was erased meanwhile. Who may have it is for the caller to know. */
export async function storedContent(id: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const file = await fileContent(db(), id)
  return file && { name: file.name, bytes: await contentOf(file) }
}
