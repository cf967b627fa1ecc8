import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { place } from '../../../scripts/postgres/binaries.mjs'
import { initialise } from '../../../scripts/postgres/data.mjs'
import { startPostgres, stopPostgres, urlOfRunning } from '../../../scripts/postgres.mjs'

let parent: string
let data: string
beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-test-'))
  fs.chmodSync(parent, 0o755)
  data = path.join(parent, 'pg')
})
afterEach(async () => {
  await stopPostgres(data, { hard: true })
  fs.rmSync(parent, { recursive: true, force: true })
})

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const pidOf = (folder: string) => Number(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

test('keeps its rows and its password between starts, and orders text alike everywhere', async () => {
  const first = await startPostgres(data)
  expect(first.made).toBe(true)
  await query(first.url('postgres'), 'create table kept as select 1 as n')
  await first.stop()
  expect(urlOfRunning(data, 'postgres')).toBeUndefined()
  const second = await startPostgres(data)
  expect(second.made).toBe(false)
  expect(await query(second.url('postgres'), 'select n from kept')).toEqual([{ n: 1 }])
  const [locale] = await query(
    second.url('postgres'),
    "select datlocprovider as p, datlocale as l from pg_database where datname = 'postgres'",
  )
  expect(locale).toEqual({ p: 'b', l: 'C.UTF-8' })
  expect(fs.statSync(path.join(second.data, 'portal-password')).mode & 0o077).toBe(0)
})

test('a second start adopts the server that runs', async () => {
  const first = await startPostgres(data, { durable: false })
  const second = await startPostgres(data, { durable: false })
  expect(second).toMatchObject({ adopted: true, port: first.port })
  await second.stop()
  await expect(query(first.url('postgres'), 'select 1')).rejects.toThrow()
})

test('recovers every committed row after kill -9', async () => {
  const first = await startPostgres(data)
  await query(first.url('postgres'), 'create table kept as select generate_series(1, 1000) as n')
  process.kill(pidOf(first.data), 'SIGKILL')
  await vi.waitFor(() => expect(urlOfRunning(data, 'postgres')).toBeUndefined(), { timeout: 10_000, interval: 20 })
  const second = await startPostgres(data)
  expect(second.adopted).toBe(false)
  expect(await query(second.url('postgres'), 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
})

test('what a killed initdb left is made anew', async () => {
  fs.mkdirSync(`${data}.unfinished`, { recursive: true })
  fs.writeFileSync(path.join(`${data}.unfinished`, 'PG_VERSION'), '18')
  expect(initialise(place(data), false)).toBe(true)
})

test('damaged data, another version and a strange folder are each told in a sentence', async () => {
  const server = await startPostgres(data, { durable: false })
  await server.stop()
  const control = path.join(server.data, 'global/pg_control')
  const whole = fs.readFileSync(control)
  fs.writeFileSync(control, Buffer.alloc(whole.length, 7))
  await expect(startPostgres(data)).rejects.toThrow(/^The database in .* (is damaged|belongs to another version)/)
  fs.writeFileSync(control, whole)
  fs.writeFileSync(path.join(server.data, 'PG_VERSION'), '12\n')
  await expect(startPostgres(data)).rejects.toThrow('belongs to another version of PostgreSQL')
  const strange = path.join(parent, 'strange')
  fs.mkdirSync(strange)
  fs.writeFileSync(path.join(strange, 'letter.txt'), 'dear')
  await expect(startPostgres(strange)).rejects.toThrow('is damaged')
  expect(fs.existsSync(path.join(strange, 'letter.txt'))).toBe(true)
})

test('many connections fit', async () => {
  const server = await startPostgres(data, { durable: false })
  const [answer] = await query(server.url('postgres'), 'show max_connections')
  expect(Number(answer.max_connections)).toBeGreaterThanOrEqual(100)
})
