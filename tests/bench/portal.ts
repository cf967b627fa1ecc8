// The portal as it is deployed, on one of the bench's databases, and the proof that it is that one.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { nodeFlags } from '../../scripts/serve/node-flags.mjs'
import { ROOT } from '../../scripts/steps/child.mjs'
import { build } from '../../scripts/steps/prepare.mjs'
import { Problem } from '../../scripts/steps/problem.mjs'
import { type Running, startChild } from './child-server'
import { connected } from './database'

export const buildPortal = (): Promise<boolean> => build()

/** Starts the built portal as in production, without a worker of jobs. */
export function startPortal(databaseUrl: string): Promise<Running> {
  const serve = fs.existsSync(path.join(ROOT, 'scripts/serve.mjs')) ? 'scripts/serve.mjs' : '.next/standalone/server.js'
  const env = {
    PORTAL_MODE: 'production',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(33).toString('base64'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORTAL_WORKER: 'off',
    LOG_LEVEL: 'error',
  }
  return startChild('portal', [...nodeFlags, serve], env, '/readyz')
}

type Answer = { total: { value: number; relation: 'exact' | 'about' } }

/** How many datasets a search of the portal finds. */
export async function totalOf(origin: string, query: string): Promise<Answer['total']> {
  const answer = await fetch(`${origin}/api/v1/datasets?limit=1${query}`)
  if (!answer.ok) throw new Problem(`The search for ${query} answered ${answer.status}.`)
  return ((await answer.json()) as Answer).total
}

/** Whether `found` tells `truth`: exactly, or within a sixth where it says "about". */
export const tells = (found: Answer['total'], truth: number): boolean =>
  found.relation === 'exact' ? found.value === truth : Math.abs(found.value - truth) <= truth / 6

/** Throws unless the database holds `size` public datasets and the portal searches that many in that very database. */
export async function assertPortal(origin: string, databaseUrl: string, size: number): Promise<void> {
  const found = await totalOf(origin, '')
  await connected(databaseUrl, async (db) => {
    const { rows } = await db.query<{ entries: number; datasets: number; sessions: number }>(`
      SELECT (SELECT count(*)::int FROM search_entry) AS entries, (SELECT count(*)::int FROM dataset WHERE state = 'published') AS datasets,
        (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal') AS sessions`)
    const { entries = 0, datasets = 0, sessions = 0 } = rows[0] ?? {}
    if (entries !== size || datasets !== size)
      throw new Problem(`The database holds ${datasets} datasets and ${entries} entries, not ${size}.`)
    if (sessions === 0) throw new Problem('No portal is connected to the database that is measured.')
    if (!tells(found, size))
      throw new Problem(`The portal searches ${found.relation} ${found.value} datasets, not ${size}.`)
  })
}
