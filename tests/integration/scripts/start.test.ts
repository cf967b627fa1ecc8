import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPostgres } from '../../../scripts/postgres.mjs'
import { run } from '../../../scripts/steps/child.mjs'
import { freePort } from '../../../scripts/steps/port.mjs'

/** Faults that `npm start` must tell in one sentence. What it does when all is well is shown by tests/e2e/house/start.spec.ts. */
let data: string
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
  fs.chmodSync(data, 0o755)
})
afterEach(() => fs.rmSync(data, { recursive: true }))

const production = {
  PORTAL_ORIGIN: 'https://portal.example',
  AUTH_SECRET: 'kH7vQ2mZx9LpRt4WcYb8NdFg3JsUaEe6',
  ENCRYPTION_KEY: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64'),
  SMTP_URL: 'smtp://mail.example',
}

/** Runs `npm start` to its end with this environment and none of the test's own. */
async function start(env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const port = String(await freePort())
  return run(process.execPath, ['scripts/start.mjs'], { env: { PATH, HOME, PORTAL_DATA: data, PORT: port, ...env } })
}

/** The last thing a person reads. */
const lastWords = (output: string) => output.trim().split('\n').at(-1)

test('a busy port, before anything else is done', async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { code, output } = await start({ PORT: String(port) })
  server.close()
  expect(code).toBe(1)
  expect(output.trim()).toMatch(new RegExp(`^Port ${port} is already in use: .*\\.$`))
})

test('a port that is none', async () => {
  expect(await start({ PORT: 'web' })).toMatchObject({
    code: 1,
    output: expect.stringContaining('PORT must be a number'),
  })
})

test('a database that nobody serves', async () => {
  const { code, output } = await start({ ...production, DATABASE_URL: 'postgresql://portal:x@127.0.0.1:1/portal' })
  expect(code).toBe(1)
  expect(lastWords(output)).toBe('No PostgreSQL server answers at the address in DATABASE_URL.')
})

test('a production that lacks what it needs, with the list', async () => {
  const { code, output } = await start({
    ...production,
    SMTP_URL: '',
    AUTH_SECRET: '',
    DATABASE_URL: 'postgresql://127.0.0.1:1/x',
  })
  expect(code).toBe(1)
  expect(output).toContain('- AUTH_SECRET: ')
  expect(output).toContain('- SMTP_URL: ')
  expect(lastWords(output)).toBe('The portal cannot start: the environment lacks what is listed above.')
})

test('a database that is damaged', async () => {
  const server = await startPostgres(path.join(data, 'pg'), { durable: false })
  await server.stop()
  fs.truncateSync(path.join(server.data, 'global/pg_control'), 100)
  const { code, output } = await start({})
  expect(code).toBe(1)
  expect(lastWords(output)).toMatch(/^The database in .* is damaged: restore it from a backup/)
})
