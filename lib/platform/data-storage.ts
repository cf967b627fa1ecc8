import 'server-only'
import { createHash } from 'node:crypto'
import { type Run, uploadsFolder } from './data/driver'
import { dataDriverOf, dataStorage } from './data/drivers'
import { env } from './env'
import { log } from './log'
import { Refused, refuse } from './refusal'
import { type Scanning, scanning } from './storage/clamd'
import type { Storage } from './storage/driver'

/** Where the content of a file of a dataset lies. */
export type DataPlace = { readonly storage: Storage; readonly key: string }

/** Content that came in and was kept: where, how large, and with which checksum. */
export type KeptData = DataPlace & { readonly size: number; readonly sha256: string }

/** The place of a new file: the store that STORAGE names, below the last two digits of the id. */
export const newDataPlace = (id: string): DataPlace => ({
  storage: dataStorage(),
  key: `${uploadsFolder}/${id.slice(-2)}/${id}`,
})

const notScanned = () => new Refused(refuse('platform.not-scanned', { status: 503 }))
const infected = () => new Refused(refuse('platform.invalid', { fields: { file: ['platform.invalid.file-infected'] } }))

/** Where a scanner is configured, nothing stays that it has not called clean. */
async function demandClean(looking: Scanning | null, sha256: string): Promise<void> {
  if (!looking) return
  const verdict = await looking.verdict().catch((error) => {
    log().error({ err: error }, 'the virus scanner gave no verdict')
    throw notScanned()
  })
  if (verdict.clean) return
  log().warn({ found: verdict.found, sha256 }, 'an uploaded file was refused by the virus scanner')
  throw infected()
}

/**
 * Keeps what comes, part by part, at a place; counted, hashed and shown to the virus scanner on its way, never held whole. Nothing is
 * kept of what is longer than `limit` bytes (platform.too-large), breaks off, or is not clean (platform.invalid, platform.not-scanned).
 */
export async function keepData(
  { storage, key }: DataPlace,
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<KeptData> {
  const { CLAMD_URL } = env()
  const looking = CLAMD_URL ? scanning(CLAMD_URL) : null
  const hash = createHash('sha256')
  let size = 0
  async function* watched(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const part of source) {
      size += part.byteLength
      if (size > limit) throw new Refused(refuse('platform.too-large', { limit }))
      hash.update(part)
      await looking?.take(part)
      yield part as Uint8Array<ArrayBuffer>
    }
    if (size === 0)
      throw new Refused(refuse('platform.invalid', { fields: { file: ['platform.invalid.file-missing'] } }))
  }
  const driver = dataDriverOf(storage)
  try {
    await driver.write(key, watched())
    const sha256 = hash.digest('hex')
    await demandClean(looking, sha256)
    return { storage, key, size, sha256 }
  } catch (error) {
    looking?.giveUp()
    await driver.remove(key).catch(() => {})
    throw error
  }
}

/** How many bytes lie at a place; null where there is nothing. */
export const dataSize = ({ storage, key }: DataPlace): Promise<number | null> => dataDriverOf(storage).size(key)

/** The bytes of a run of a file, in parts as they come from its store. */
export const readData = ({ storage, key }: DataPlace, run: Run): AsyncIterable<Uint8Array<ArrayBuffer>> =>
  dataDriverOf(storage).read(key, run)

/** The SHA-256 of what lies at a place, read through once. */
export async function hashData(place: DataPlace, size: number): Promise<string> {
  const hash = createHash('sha256')
  if (size > 0) for await (const part of readData(place, { first: 0, last: size - 1 })) hash.update(part)
  return hash.digest('hex')
}

/** What came in through the portal and lies in a store, listed or not: its keys. */
export const uploadedData = (storage: Storage): AsyncIterable<string> => dataDriverOf(storage).uploads()

export const eraseData = ({ storage, key }: DataPlace): Promise<void> => dataDriverOf(storage).remove(key)
