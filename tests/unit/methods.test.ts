// Every address of the API says of a method that it does not take which ones it takes (RFC 9110 §15.5.6), as problem details.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Operation } from '@/app/api/operation'
import { operations } from '@/app/api/operations'

const api = path.join(import.meta.dirname, '../../app/api')
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Handler = {
  (request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> | Response
  readonly operation?: Operation
}
type Served = Record<(typeof methods)[number] | 'OPTIONS', Handler>

const addressOf = (file: string) => `/api/${path.dirname(file)}`.replaceAll('[', '{').replaceAll(']', '}')
/** What is no operation but has an address: each is read and nothing else. */
const documents = ['/api/v1/openapi.json', '/api/1.0/metadata.json', '/api/metrics']
/** Sign-in by a provider answers for itself; what is nowhere is "not found" by every method. */
const elsewhere = /^(auth|\[\[\.\.\.missing\]\])\//

const files = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('route.ts') && !elsewhere.test(file))
const addresses = files.map((file) => [addressOf(file), pathToFileURL(path.join(api, file)).href] as const)

const offeredBy = (address: string): string[] =>
  documents.includes(address)
    ? ['GET']
    : operations.filter((o) => o.path === address).map((o) => o.method.toUpperCase())

test('every operation and document has its address', () => {
  const wanted = new Set([...operations.map((o) => o.path), ...documents])
  expect(addresses.map(([address]) => address).toSorted()).toEqual([...wanted].toSorted())
})

describe.each(addresses)('%s', (address, file) => {
  const offered = methods.filter((method) => offeredBy(address).includes(method))
  const allow = [...offered, ...(offered.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const send = async (method: keyof Served, headers: Record<string, string> = {}) => {
    const served: Served = await import(file)
    const request = new Request(`http://localhost:3000${address}`, { method, headers })
    return served[method](request, { params: Promise.resolve({}) })
  }

  test('serves its operations and no others', async () => {
    const served: Served = await import(file)
    const here = methods.flatMap((method) => {
      const { operation } = served[method]
      return operation ? [`${method} ${operation.id}`] : []
    })
    const wanted = operations.filter((o) => o.path === address).map((o) => `${o.method.toUpperCase()} ${o.id}`)
    expect(here.toSorted()).toEqual(wanted.toSorted())
  })

  test.each(methods.filter((method) => !offered.includes(method)))(
    '%s is refused with what is offered',
    async (method) => {
      const answer = await send(method, { 'x-request-id': 'request-1234', 'accept-language': 'sv' })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({
        status: 405,
        code: 'platform.method-not-allowed',
        detail: `Den här adressen tar inte emot ${method}; den tar emot ${allow}.`,
        instance: 'urn:request:request-1234',
      })
    },
  )

  test('OPTIONS tells what is offered', async () => {
    const answer = await send('OPTIONS')
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([204, allow, ''])
  })
})
