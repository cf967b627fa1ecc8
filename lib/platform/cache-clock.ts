import 'server-only'
import { pool } from './db'

const read = async (): Promise<string> => {
  const text = "SELECT version FROM cache_clock WHERE name = 'catalogue'"
  const { rows } = await pool().query<{ version: string }>({ name: 'cache-clock', text })
  return rows[0]?.version ?? '0'
}

let running: Promise<string> | undefined
let queued: Promise<string> | undefined

function start(): Promise<string> {
  queued = undefined
  const mine = read()
  running = mine
  const end = () => {
    if (running === mine) running = undefined
  }
  mine.then(end, end)
  return mine
}

/**
 * The catalogue's fence, read by a statement that began after this call; callers who come while one runs share the one after it.
 * What was computed under an older version must not be shown.
 */
export function catalogueVersion(): Promise<string> {
  if (!running) return start()
  queued ??= running.then(start, start)
  return queued
}
