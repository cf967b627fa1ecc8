// What `npm start` and `npm run dev` have in common: everything up to the moment of serving.
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endChildren, mustRun, ROOT } from '../steps/child.mjs'
import { migrateDatabase, portalDatabase, seed, typescript } from '../steps/database.mjs'
import { install } from '../steps/install.mjs'
import { takeLock } from '../steps/lock.mjs'
import { assertPortFree, parsePort } from '../steps/port.mjs'
import { generate } from '../steps/prepare.mjs'
import { step } from '../steps/progress.mjs'
import { demonstrationSecrets } from '../steps/secrets.mjs'

const DATA = path.resolve(ROOT, process.env.PORTAL_DATA || '.data')
export const LOG = path.join(DATA, 'portal.log')

/** What is to be undone at the end, the last thing first. */
export function undoing() {
  const stack = []
  let ending
  const unwind = async () => {
    endChildren()
    while (stack.length > 0) await stack.pop()()
  }
  return {
    later: (undo) => stack.push(undo),
    undo: () => (ending ??= unwind()),
    hasBegun: () => ending !== undefined,
  }
}

/** After a killed start its server needs a moment to notice and end. */
async function claimPort(port, recovered) {
  for (let left = recovered ? 20 : 0; left > 0; left--) {
    try {
      return await assertPortFree(port)
    } catch {
      await wait(250)
    }
  }
  return assertPortFree(port)
}

async function embeddedDatabase(undo) {
  const { startPostgres } = await import('../postgres.mjs')
  const server = await startPostgres(path.join(DATA, 'pg'))
  undo.later(() => server.stop())
  return portalDatabase(server.url)
}

const demonstration = (env, port, url) => ({
  ...demonstrationSecrets(path.join(DATA, 'secrets.json')),
  PORTAL_ORIGIN: `http://localhost:${port}`,
  ...env,
  PORTAL_MODE: 'demonstration',
  DATABASE_URL: url,
})

/** Stops early, with the list, where a production is not configured well enough to start. */
const proveEnvironment = (env) =>
  mustRun(
    'The portal cannot start: the environment lacks what is listed above.',
    process.execPath,
    typescript('scripts/start/faults.mjs'),
    { env },
  )

/**
 * Installs, generates, brings up the database with the newest schema and, in demonstration, its story.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, port: number, people: { name: string, department: string }[] }>}
 */
export async function prepare(env, undo) {
  const port = parsePort(env.PORT || '3000')
  const lock = takeLock(path.join(DATA, 'start.lock'))
  undo.later(lock.release)
  await claimPort(port, lock.recovered)
  await step('packages', install)
  await step('database client', generate)
  if (env.DATABASE_URL) {
    const production = { PORTAL_MODE: 'production', ...env }
    await step('environment', () => proveEnvironment(production))
    await step('schema', () => migrateDatabase(env.DATABASE_URL))
    return { env: production, port, people: [] }
  }
  const url = await step('PostgreSQL', () => embeddedDatabase(undo))
  await step('schema', () => migrateDatabase(url))
  const complete = demonstration(env, port, url)
  return { env: complete, port, people: await step('demonstration data', () => seed(complete)) }
}
