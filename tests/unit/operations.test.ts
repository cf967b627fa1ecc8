import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from '@/app/api/document'
import { operations } from '@/app/api/operations'
import { commandMark } from '@/lib/platform/marks'

const root = 'app'
/** What is under /api/v1 but is no operation: the document itself. */
const others = new Set(['/api/v1/openapi.json'])
const files = readdirSync(`${root}/api/v1`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => join(root, 'api/v1', file))
const routes = files.flatMap((file) => {
  const path = `/${relative(root, dirname(file))}`.replaceAll('[', '{').replaceAll(']', '}')
  const source = readFileSync(file, 'utf8')
  const methods = [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) =/g)].map(([, method]) =>
    method?.toLowerCase(),
  )
  return others.has(path) ? [] : methods.map((method) => `${method} ${path}`)
})

describe('the REST API', () => {
  test('has a route for each operation, and an operation for each route', () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...routes].sort())
  })

  test('names each operation once', () => {
    const ids = operations.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('runs commands by methods that no link and no picture of another site can send', () => {
    const writes = operations.filter(({ door }) => door[commandMark].kind === 'command')
    expect(writes.length).toBeGreaterThan(5)
    expect(writes.filter(({ method }) => method === 'get').map(({ id }) => id)).toEqual([])
    const reads = operations.filter(({ door }) => door[commandMark].kind === 'query')
    expect(reads.filter(({ method }) => method !== 'get').map(({ id }) => id)).toEqual([])
  })

  test('is described by a valid OpenAPI 3.1 document', async () => {
    const document = openApiDocument('https://datahub.example.org')
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
    expect(Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item ?? {}))).toHaveLength(
      operations.length,
    )
  })

  test.each(operations.map((o) => [o.id, o] as const))(
    '%s names every parameter of its path',
    (_, { path, params }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
      expect(Object.keys(params?.shape ?? {}).sort()).toEqual(named)
    },
  )
})
