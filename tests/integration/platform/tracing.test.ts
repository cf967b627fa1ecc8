import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { context, propagation, trace } from '@opentelemetry/api'
import { afterEach, expect, test, vi } from 'vitest'
import { Refused, refuse } from '@/lib/platform/refusal'
import { startTracing, traced } from '@/lib/platform/tracing'

// The integration tests listen to spans themselves; here the portal's own way is tried.
for (const listening of [trace, context, propagation]) listening.disable()

afterEach(() => vi.unstubAllEnvs())

/** A collector of OTLP over HTTP that keeps what it is sent. */
async function collector() {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      bodies.push(`${request.url} ${body}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { bodies, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('spans reach the collector that the variables name, with the code of a refusal', async () => {
  const { bodies, server, url } = await collector()
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', url)
  const end = await startTracing()
  await traced('test.accepted', async () => 1)
  await expect(traced('test.refused', () => Promise.reject(new Refused(refuse('test.no'))))).rejects.toThrow('test.no')
  await end()
  server.close()
  const sent = bodies.join('\n')
  expect(sent).toContain('/v1/traces')
  for (const word of ['test.accepted', 'test.refused', 'portal.refusal', 'test.no', 'aida-data-hub-portal'])
    expect(sent).toContain(word)
})
