import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { stopPostgres, urlOfRunning } from '../../../scripts/postgres.mjs'
import { freePort } from '../../../scripts/steps/port.mjs'
import { expect, test } from '../../support/test'

/** `npm start` itself, with a data folder of its own; packages and build are there already. */
test.describe.configure({ mode: 'serial' })

let data: string
let port: number
const started: ChildProcess[] = []

test.beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
  fs.chmodSync(data, 0o755)
  port = await freePort()
})
test.afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await stopPostgres(path.join(data, 'pg'), { hard: true })
  fs.rmSync(data, { recursive: true })
})

/** Starts, and waits until it says where it is. */
async function start() {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PORTAL_DATA: data, PORT: String(port), NODE_ENV: 'production' } as NodeJS.ProcessEnv
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let output = ''
  const keep = (text: Buffer) => {
    output += text
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  await expect
    .poll(() => child.exitCode !== null || output.includes('Ctrl-C stops it.'), { timeout: 50_000 })
    .toBe(true)
  expect(child.exitCode, output).toBeNull()
  return { child, said: () => output }
}

const address = () => `http://localhost:${port}`
const answers = () =>
  fetch(`${address()}/readyz`).then(
    (answer) => answer.status,
    () => 'nobody',
  )
const database = () => urlOfRunning(path.join(data, 'pg'), 'portal')

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database() })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test('says where it is and who may come in; Ctrl-C stops server and database', async () => {
  const { child, said } = await start()
  expect(said()).toContain(`The portal is at ${address()}`)
  expect(said()).toContain('Dana Demo')
  expect(await answers()).toBe(200)
  await query('create table kept as select 1 as n')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(await answers()).toBe('nobody')
  expect(database()).toBeUndefined()
})

test('a second start keeps the data and is told of the first', async () => {
  const { child } = await start()
  expect(await query('select n from kept')).toEqual([{ n: 1 }])
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PORTAL_DATA: data, PORT: String(await freePort()) } as unknown as NodeJS.ProcessEnv
  const second = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  second.stderr.on('data', (text) => {
    complaint += text
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(1)
  expect(complaint.trim()).toBe(
    `The portal of this checkout is running already, as process ${child.pid}: stop that one first.`,
  )
  expect(await answers()).toBe(200)
})

test('recovers after kill -9 of everything, and its orphan server ends by itself', async () => {
  const first = started.at(-1)
  first?.kill('SIGKILL')
  await expect.poll(answers, { timeout: 15_000 }).toBe('nobody')
  const [postmaster] = fs.readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(postmaster), 'SIGKILL')
  const { child } = await start()
  expect(await answers()).toBe(200)
  expect(await query('select n from kept')).toEqual([{ n: 1 }])
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
