import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { nodeFlags } from '../../scripts/serve/node-flags.mjs'

type Service = {
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
  read_only?: boolean
}

const read = (file: string) => fs.readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')
const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(read('compose.yaml'), {
  merge: true,
})
const { database, migrate, portal, worker } = compose.services

test('the portal and its worker differ in who works the jobs, and in who is reached from outside', () => {
  expect(portal?.environment?.PORTAL_WORKER).toBe('off')
  expect(worker?.environment?.PORTAL_WORKER).toBe('on')
  expect(portal?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:.*:3000$/)])
  expect([worker?.ports, database?.ports, migrate?.ports]).toEqual([undefined, undefined, undefined])
})

test('nothing serves before the schema is there', () => {
  expect(migrate?.command).toEqual(['node', 'scripts/migrate.mjs'])
  expect(migrate?.depends_on?.database?.condition).toBe('service_healthy')
  for (const service of [portal, worker])
    expect(service?.depends_on?.migrate?.condition).toBe('service_completed_successfully')
})

test('no secret has a default, and each that is needed must be given', () => {
  for (const { environment = {} } of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (!/PASSWORD|SECRET|KEY|TOKEN|_URL$/.test(name)) continue
      expect(`${name}: ${value}`).toMatch(/\$\{[A-Z_]+(:\?[^}]+|:-)\}/)
    }
  }
  for (const name of ['AUTH_SECRET', 'ENCRYPTION_KEY', 'DATABASE_URL', 'SMTP_URL', 'PORTAL_ORIGIN']) {
    expect(portal?.environment?.[name]).toContain(':?')
  }
})

test('the image runs as nobody special, watches its health, and is built from what it ignores nothing of', () => {
  const [, final = ''] = read('Dockerfile')
    .split(/^FROM .*\n/m)
    .slice(1)
  expect(final).toMatch(/^USER node$/m)
  expect(final).toMatch(/^HEALTHCHECK .*\\\n\s+CMD \["node", .*\/healthz/m)
  const kept = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  for (const entry of kept) expect(fs.existsSync(path.join(import.meta.dirname, '../..', entry)), entry).toBe(true)
  expect(kept).toEqual(expect.arrayContaining(['app', 'components', 'lib', 'prisma', 'public', 'scripts']))
})

test('the image runs Node as every other start does', () => {
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]')
  expect(command).toEqual(['node', ...nodeFlags, 'scripts/serve.mjs'])
})
