// A hub that grants: one person with two hundred approved requests, in twenty projects, for twenty datasets, three in each.
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { migrate } from '../../../scripts/migrate.mjs'
import { ROOT } from '../../../scripts/steps/child.mjs'
import { Problem } from '../../../scripts/steps/problem.mjs'
import { isOpaque, watched } from '../booking/recording'
import { type Recording, type Step, templateOf } from '../booking/template'
import { startChild } from '../child-server'
import { connected, type Server } from '../database'
import type { Side } from '../measure'
import { startPortal } from '../portal'
import { hubOf } from './hub'

export interface VerdictScene {
  statements: readonly Step[]
  portal: Side
  bare: Side
  seconds: number
}

export const REQUESTS = 200
const NAME = 'bench_access'
const asked = '/api/v1/access?dataset=granted-1'

async function freshDatabase(server: Server): Promise<string> {
  await connected(server.url('postgres'), async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${NAME}`)
  })
  await migrate(server.url(NAME))
  return server.url(NAME)
}

/** The statements of one verdict, which must be a yes. */
async function recorded(databaseUrl: string, token: string): Promise<Step[]> {
  const headers = { authorization: `Bearer ${token}` }
  const known = { tokenHash: createHash('sha256').update(token).digest('hex') }
  return watched(databaseUrl, async (see, origin) => {
    const ask = async (): Promise<Recording> => {
      let may = false
      const told = await see(async () => {
        const answer = await fetch(origin + asked, { headers })
        may = ((await answer.clone().json()) as { may?: boolean }).may === true
        return answer
      })
      if (told.status !== 200 || !may) throw new Problem(`The verdict was answered ${told.status}, and is ${may}.`)
      return { ...told, known }
    }
    // Once without looking: what is done at a first time only is no part of every time.
    await ask()
    return templateOf(await ask(), await ask(), isOpaque)
  })
}

/** Makes the hub, sees what the portal sends for a verdict, and starts both servers. */
export async function verdictScene(server: Server, seconds: number): Promise<VerdictScene> {
  const databaseUrl = await freshDatabase(server)
  const token = `aida_${randomBytes(32).toString('base64url')}`
  await connected(databaseUrl, async (db) => {
    for (const [text, values] of hubOf(token, REQUESTS)) await db.query(text, values)
    await db.query('VACUUM ANALYZE')
  })
  const statements = await recorded(databaseUrl, token)
  const file = path.join(ROOT, '.data/bench/access.json')
  fs.writeFileSync(file, JSON.stringify(statements))
  const portal = await startPortal(databaseUrl)
  const env = { DATABASE_URL: databaseUrl, BENCH_ACCESS: file }
  const bare = await startChild('bare access server', ['tests/bench/bare/access.mjs'], env, '/ready')
  const headers = { authorization: `Bearer ${token}` }
  return {
    statements,
    seconds,
    portal: { origin: portal.origin, paths: [asked], headers },
    bare: { origin: bare.origin, paths: ['/verdict'], headers },
  }
}
