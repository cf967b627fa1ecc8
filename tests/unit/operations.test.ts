import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from '@/app/api/document'
import { operations } from '@/app/api/operations'
import { commandMark } from '@/lib/platform/marks'

describe('the REST API', () => {
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
