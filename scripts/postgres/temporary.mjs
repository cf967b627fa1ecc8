// A PostgreSQL for tests and measurements: in a folder of its own, gone afterwards. What a killed run left behind is
// swept away by the next one.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres, stopPostgres } from '../postgres.mjs'

const PREFIX = 'aida-portal-'
const pattern = new RegExp(`^${PREFIX}[a-z]+-(\\d+)-`)

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Stops and removes what runs that are no more left in the temporary folder. */
async function sweep() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = pattern.exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const folder = path.join(os.tmpdir(), name)
    try {
      await stopPostgres(path.join(folder, 'pg'), { hard: true })
      fs.rmSync(folder, { recursive: true, force: true })
    } catch {
      // another user's, or another run sweeps it at this moment
    }
  }
}

/**
 * @param {string} purpose  a word for the folder's name
 * @param {{ settings?: Record<string, string>, durable?: boolean }} options
 * @returns what `startPostgres` returns; its `stop` also removes the data
 */
export async function startTemporaryPostgres(purpose, { settings, durable = false } = {}) {
  await sweep()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${purpose}-${process.pid}-`))
  fs.chmodSync(folder, 0o755) // "nobody" must be able to enter where root may not run PostgreSQL
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const server = await startPostgres(path.join(folder, 'pg'), { durable, settings })
    const stop = async () => {
      await server.stop({ hard: true })
      remove()
    }
    return { ...server, folder, stop }
  } catch (error) {
    remove()
    throw error
  }
}
