import { setInterval } from 'node:timers/promises'
import { connected } from '../database'

const EVERY_MS = 50

/**
 * Does `work` while the catalogue's fence moves twenty times a second, as if somebody published all the time: nothing that the portal
 * remembers of a search is right any more when the same search comes again, so each is answered by the database.
 */
export async function withColdCaches<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const over = new AbortController()
  const moving = connected(databaseUrl, async (db) => {
    for await (const _ of setInterval(EVERY_MS, undefined, { signal: over.signal }))
      await db.query("UPDATE cache_clock SET version = version + 1 WHERE name = 'catalogue'")
  }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  try {
    return await work()
  } finally {
    over.abort()
    await moving
  }
}
