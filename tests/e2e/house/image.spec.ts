import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../../../scripts/steps/port.mjs'
import { expect, test } from '../../support/test'

/** What the Dockerfile copies into its image, run as the image would: production, with its own packages and no other. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const image = fs.mkdtempSync(path.join(os.tmpdir(), 'image-'))
const maintenance = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
const servers: ChildProcess[] = []
let env: NodeJS.ProcessEnv

test.beforeAll(async () => {
  const made = spawnSync(process.execPath, ['scripts/image.mjs', image], { encoding: 'utf8' })
  expect(made.status, made.stdout + made.stderr).toBe(0)
  await maintenance.connect()
  await maintenance.query('create database image')
  const database = new URL(process.env.E2E_DATABASE_URL ?? '')
  database.pathname = '/image'
  env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORTAL_MODE: 'production',
    PORTAL_ORIGIN: 'https://portal.example',
    DATABASE_URL: database.href,
    AUTH_SECRET: 'kH7vQ2mZx9LpRt4WcYb8NdFg3JsUaEe6',
    ENCRYPTION_KEY: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'hub@portal.example',
    METRICS_TOKEN: 'figures-for-the-test-alone',
    PORTAL_WORKER: 'off',
    PORT: String(await freePort()),
  }
})
test.afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL')
  await maintenance.query('drop database image with (force)')
  await maintenance.end()
  fs.rmSync(image, { recursive: true })
})

/** Runs one of the image's programs to its end. */
const run = (args: string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, args, { cwd: image, env: { ...env, ...more }, encoding: 'utf8', timeout: 60_000 })

test('migrates an empty database, once', () => {
  expect(run(['scripts/migrate.mjs'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^applied /) })
  expect(run(['scripts/migrate.mjs'])).toMatchObject({ status: 0, stdout: 'nothing to apply\n' })
})

test('makes the first administrator by a command line', () => {
  const made = run(['scripts/admin.mjs', '--email', 'first@portal.example', '--name', 'First Person'])
  expect(made.stdout, made.stderr).toContain('https://portal.example/set-password?ticket=')
})

test('refuses to serve with the list of what is missing', () => {
  const refused = run(['scripts/serve.mjs'], { AUTH_SECRET: '', SMTP_URL: '' })
  expect(refused.status).not.toBe(0)
  expect(refused.stderr).toContain('AUTH_SECRET')
  expect(refused.stderr).toContain('SMTP_URL')
})

test('serves in production, without a persona, and ends when asked', async () => {
  const server = spawn(process.execPath, ['scripts/serve.mjs'], {
    cwd: image,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(server)
  let log = ''
  server.stdout.on('data', (text) => {
    log += text
  })
  const at = (route: string, init?: RequestInit) => fetch(`http://127.0.0.1:${env.PORT}${route}`, init)
  const status = (route: string) =>
    at(route).then(
      (answer) => answer.status,
      () => 0,
    )
  await expect.poll(() => status('/readyz'), { timeout: 30_000 }).toBe(200)
  expect(await status('/healthz')).toBe(200)
  expect(await (await at('/')).text()).toContain('</html>')
  expect(await (await at('/sign-in')).text()).not.toContain('Dana Demo')
  expect(await status('/api/metrics')).toBe(404)
  const figures = await at('/api/metrics', { headers: { authorization: 'Bearer figures-for-the-test-alone' } })
  expect(await figures.text()).toMatch(
    /portal_http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} \d/,
  )
  expect(log).toContain('"path":"/sign-in"')
  server.kill('SIGTERM')
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
})
