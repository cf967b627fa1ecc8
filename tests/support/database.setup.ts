import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, inject } from 'vitest'
import { TEMPLATE } from './cluster.setup'
import { keepOutcomes, listen } from './outcomes'

/** Each test file has a database of its own, so that files can run side by side and leave nothing to each other. */
const maintenance = new pg.Client({ connectionString: inject('maintenanceUrl') })
const name = `test_${randomBytes(6).toString('hex')}`
await maintenance.connect()
await maintenance.query(`create database ${name} template ${TEMPLATE} strategy file_copy`)

const url = new URL(inject('maintenanceUrl'))
url.pathname = `/${name}`
Object.assign(process.env, {
  PORTAL_MODE: 'demonstration',
  PORTAL_ORIGIN: 'http://localhost:3000',
  DATABASE_URL: url.href,
  AUTH_SECRET: randomBytes(33).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  LOG_LEVEL: 'silent',
})

listen()

afterAll(async () => {
  keepOutcomes(expect.getState().testPath ?? '')
  const { disconnect } = await import('@/lib/platform/db')
  await disconnect()
  await maintenance.query(`drop database ${name} with (force)`)
  await maintenance.end()
})
