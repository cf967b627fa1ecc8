import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../../scripts/migrate.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'))
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
const url = new URL(process.env.DATABASE_URL ?? '')
url.pathname = '/migrate_me'

const write = (name: string, sql: string) => {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function tables() {
  const fresh = new pg.Client({ connectionString: url.href })
  await fresh.connect()
  const { rows } = await fresh.query("select tablename from pg_tables where schemaname = 'public' order by 1")
  await fresh.end()
  return rows.map((row) => row.tablename)
}

beforeAll(() => client.connect())
beforeEach(async () => {
  await client.query('create database migrate_me')
  write('1_first', 'create table first (id int); create table second (id int)')
})
afterEach(async () => {
  await client.query('drop database migrate_me with (force)')
  fs.rmSync(folder, { recursive: true })
})
afterAll(() => client.end())

test('applies what is missing, in order, once', async () => {
  write('2_next', 'alter table first add column name text')
  expect(await migrate(url.href, { folder })).toEqual(['1_first', '2_next'])
  expect(await migrate(url.href, { folder })).toEqual([])
  write('3_later', 'create table third (id int)')
  expect(await migrate(url.href, { folder })).toEqual(['3_later'])
  expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second', 'third'])
})

test('several processes at once apply each migration once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => migrate(url.href, { folder })))
  expect(answers.flat()).toEqual(['1_first'])
})

test('a migration that fails leaves nothing behind and can be tried again', async () => {
  write('2_wrong', 'create table half (id int); select 1/0')
  await expect(migrate(url.href, { folder })).rejects.toThrow('The migration 2_wrong failed: division by zero.')
  expect(await tables()).toEqual(['_prisma_migrations', 'first', 'second'])
  write('2_wrong', 'create table half (id int)')
  expect(await migrate(url.href, { folder })).toEqual(['2_wrong'])
})

test('a migration that was edited after it was applied is refused', async () => {
  await migrate(url.href, { folder })
  write('1_first', 'create table first (id bigint)')
  await expect(migrate(url.href, { folder })).rejects.toThrow('1_first was edited')
})

test('what Prisma recorded as failed must be mended first', async () => {
  await migrate(url.href, { folder })
  const fresh = new pg.Client({ connectionString: url.href })
  await fresh.connect()
  await fresh.query('update _prisma_migrations set finished_at = null')
  await fresh.end()
  await expect(migrate(url.href, { folder })).rejects.toThrow('1_first failed earlier')
})

test('the job queue is installed too', async () => {
  await migrate(url.href, { folder })
  const fresh = new pg.Client({ connectionString: url.href })
  await fresh.connect()
  const { rows } = await fresh.query("select (graphile_worker.add_job('x')).attempts as attempts")
  await fresh.end()
  expect(rows).toEqual([{ attempts: 0 }])
})
