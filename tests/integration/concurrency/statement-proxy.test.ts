import fc from 'fast-check'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { bytesOf, type Message, messageReader } from '../../support/postgres-wire/messages'
import { openProxy } from '../../support/postgres-wire/proxy'

const startup: Message = { type: '', body: Buffer.from([0, 3, 0, 0, ...Buffer.from('user\0postgres\0\0')]) }
const encryption: Message = { type: '', body: Buffer.from([4, 210, 22, 47]) }
const message = fc.record({
  type: fc.constantFrom('P', 'B', 'E', 'S', 'Q', 'X'),
  body: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
})

test('messages are read whole, however their bytes arrive', () => {
  fc.assert(
    fc.property(fc.array(message), fc.boolean(), fc.array(fc.integer({ min: 1, max: 50 })), (sent, asks, cuts) => {
      const all = [...(asks ? [encryption] : []), startup, ...sent]
      let bytes = Buffer.concat(all.map(bytesOf))
      const read = messageReader()
      const received: Message[] = []
      for (const cut of cuts) {
        received.push(...read(bytes.subarray(0, cut)))
        bytes = bytes.subarray(cut)
      }
      received.push(...read(bytes))
      expect(received.map(({ type, body }) => [type, body.toString('hex')])).toEqual(
        all.map(({ type, body }) => [type, body.toString('hex')]),
      )
    }),
  )
})

test('statements are changed and told on their way to the database, prepared or not', async () => {
  const told: string[] = []
  const proxy = await openProxy(inject('maintenanceUrl'), {
    rewrite: (text) => text.replace(' FOR NO KEY UPDATE', ''),
    onStatement: (_, { text, values }) => told.push([text, ...values].join(' | ')),
  })
  const client = new pg.Client({ connectionString: proxy.url })
  try {
    await client.connect()
    const locking = 'SELECT datname, $1::text AS more FROM pg_database WHERE datname = $2 FOR NO KEY UPDATE'
    expect((await client.query(locking.replace(' FOR NO KEY UPDATE', ''), ['å', 'postgres'])).rows).toEqual([
      { datname: 'postgres', more: 'å' },
    ])
    const again = { name: 'locking', text: 'SELECT $1::int + 1 AS n FOR NO KEY UPDATE' }
    expect((await client.query({ ...again, values: [1] })).rows).toEqual([{ n: 2 }])
    expect((await client.query({ ...again, values: [null] })).rows).toEqual([{ n: null }])
    expect((await client.query('SELECT 7 AS n FOR NO KEY UPDATE')).rows).toEqual([{ n: 7 }])
    expect(proxy.changed()).toBe(2)
    expect(told.slice(1)).toEqual([
      'SELECT $1::int + 1 AS n FOR NO KEY UPDATE | 1',
      'SELECT $1::int + 1 AS n FOR NO KEY UPDATE | ',
      'SELECT 7 AS n FOR NO KEY UPDATE',
    ])
  } finally {
    await client.end()
    await proxy.close()
  }
})
