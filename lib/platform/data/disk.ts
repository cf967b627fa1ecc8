import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { checkedData, type DataDriver, isDataKey, uploadsFolder } from './driver'

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Written beside its place, forced to the disk, and only then put there: what breaks off leaves nothing under the key. */
async function write(file: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${randomUUID()}.part`
  const handle = await open(beside, 'w', 0o600)
  try {
    for await (const part of parts) await handle.writeFile(part)
    await handle.sync()
    await handle.close()
    await rename(beside, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(beside, { force: true })
    throw error
  }
}

/** What lies in a folder; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
}

/** Files of datasets below one folder, readable by the portal's own user alone. */
export function diskData(folder: string): DataDriver {
  const place = (key: string) => path.join(/* turbopackIgnore: true */ folder, checkedData(key))
  return {
    write: (key, parts) => write(place(key), parts),
    size: (key) =>
      stat(place(key))
        .then((found) => (found.isFile() ? found.size : null))
        .catch((error) => {
          if (isMissing(error)) return null
          throw error
        }),
    async *read(key, { first, last }) {
      for await (const part of createReadStream(place(key), { start: first, end: last }))
        yield part as Uint8Array<ArrayBuffer>
    },
    remove: (key) => rm(place(key), { force: true }),
    async *uploads() {
      const uploads = path.join(/* turbopackIgnore: true */ folder, uploadsFolder)
      for (const below of await namesIn(uploads))
        for (const name of await namesIn(path.join(uploads, below))) {
          const key = `${uploadsFolder}/${below}/${name}`
          if (isDataKey(key)) yield key
        }
    },
  }
}
