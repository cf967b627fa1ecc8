import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { GET, HEAD } from '@/app/bookings/events/route'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { createToken } from '@/lib/identity/commands/tokens'
import type { Person } from '@/lib/platform/context'
import { pool } from '@/lib/platform/db'
import { endStreams, openStreams } from '@/lib/platform/event-stream'
import { stopListening } from '@/lib/platform/listener'
import { as, somebody } from '../identity/people'
import { piOf, projectOf } from './acting'
import { cell, machineOf, weekAfter } from './lent'

afterAll(async () => {
  endStreams()
  await stopListening()
})

const [watched, other] = [await machineOf([4, 4]), await machineOf([4])]
const project = await projectOf()

async function watch(machine: string, who: Person | null, scopes = ['bookings:read']) {
  const token = who && (await createToken(as(who, new Date()), { name: 'watcher', scopes, days: 9 })).token
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  return GET(new Request(`http://localhost:3000/bookings/events?machine=${machine}`, { headers }))
}

/** What a stream says, as it comes. */
function heardBy(answer: Response): string[] {
  const heard: string[] = []
  const stream = answer.body?.getReader()
  const read = async (): Promise<void> => {
    for (let next = await stream?.read(); next && !next.done; next = await stream?.read())
      heard.push(new TextDecoder().decode(next.value))
  }
  void read()
  return heard
}

test('whoever may read the sheet hears which of its weeks change, and of no other machine', async () => {
  const answer = await watch(watched.slug, await somebody())
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  const heard = heardBy(answer)
  await expect.poll(() => heard).toContain('event: all\ndata: \n\n')
  await bookWeeks(piOf(project), { project: project.slug, cells: [cell(other, 0, 1)] })
  await bookWeeks(piOf(project), { project: project.slug, cells: [cell(watched, 0, 2), cell(watched, 1, 3)] })
  await expect.poll(() => heard.length).toBe(4)
  expect(heard.slice(2).toSorted()).toEqual([2, 3].map((ahead) => `event: week\ndata: ${weekAfter(ahead)}\n\n`))
})

test('what is undone is not told, and a lost database is', async () => {
  const heard = heardBy(await watch(watched.slug, await somebody()))
  await expect.poll(() => heard).toContain('event: all\ndata: \n\n')
  const client = await pool().connect()
  await client.query('BEGIN')
  await client.query('UPDATE slot_week SET gpus = gpus WHERE machine_id = $1', [watched.id])
  await client.query('ROLLBACK')
  client.release()
  await wait(300)
  expect(heard).toHaveLength(2)
  await pool().query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal-listener' AND datname = current_database()",
  )
  await expect.poll(() => heard.filter((one) => one.startsWith('event: all')).length, { timeout: 5000 }).toBe(2)
})

test('nobody else is given a stream', async () => {
  const before = openStreams()
  const person = await somebody()
  expect((await watch(watched.slug, null)).status).toBe(401)
  expect((await watch(watched.slug, person, ['account:read'])).status).toBe(403)
  expect((await watch('no-such-machine', person)).status).toBe(404)
  expect(HEAD().status).toBe(405)
  expect(openStreams()).toBe(before)
})

test('one person holds a few, and is told when to ask again', async () => {
  const person = await somebody()
  const { token } = await createToken(as(person, new Date()), { name: 'many', scopes: ['bookings:read'], days: 9 })
  const ask = () =>
    GET(
      new Request(`http://localhost:3000/bookings/events?machine=${watched.slug}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    )
  const answers = await Promise.all(Array.from({ length: 20 }, ask))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
})
