import 'server-only'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { checked, type Driver } from './driver'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Written beside its place, forced to the disk, and only then put there: a process that dies leaves no half of a file. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${randomUUID()}.part`
  const handle = await open(beside, constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY, 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}

/** Files below one folder, readable by the portal's own user alone. */
export function diskDriver(folder: string): Driver {
  const place = (key: string) => path.join(/* turbopackIgnore: true */ folder, checked(key))
  return {
    put: (key, bytes) => write(place(key), bytes),
    get: (key) =>
      readFile(place(key))
        .then((content) => new Uint8Array(content))
        .catch((error) => {
          if (isMissing(error)) return null
          throw error
        }),
    remove: (key) => rm(place(key), { force: true }),
  }
}
