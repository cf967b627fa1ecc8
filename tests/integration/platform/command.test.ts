import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { command, query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db, pool } from '@/lib/platform/db'
import { registerReactions } from '@/lib/platform/jobs'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'

const person = randomUUID()
const context = (more: Partial<Context> = {}): Context => ({
  actor: { kind: 'person', id: person, name: 'Test', roles: [], secondFactor: false, scopes: null, sessionId: null },
  now: new Date('2026-11-23T12:00:00Z'),
  requestId: 'test-request',
  language: 'en',
  onBehalfOf: null,
  ...more,
})

const Tag = z.object({ name: z.string().min(1), may: z.boolean().default(true), refuse: z.boolean().default(false) })

/** A made-up command over the table of cache clocks: enough to see each step do its part. */
const markClock = command({
  name: 'test.mark',
  input: Tag,
  load: async (tx, { name }) => {
    await tx.$executeRaw`INSERT INTO cache_clock (name) VALUES (${name}) ON CONFLICT DO NOTHING`
    await tx.$queryRaw`SELECT 1 FROM cache_clock WHERE name = ${name} FOR UPDATE`
    return { row: await tx.cacheClock.findUnique({ where: { name } }) }
  },
  authorize: (_, __, { may }) => may,
  decide: (_, { row }, input) =>
    input.refuse
      ? refuse('test.refused', { version: Number(row?.version) })
      : { type: 'test.marked', stream: `test:${input.name}`, subjectId: input.name, data: { name: input.name } },
  apply: async (_, fact) => ({ marked: fact.subjectId }),
  advances: ['test-clock'],
})

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error)),
  )
const countOf = async (name: string) => db().event.count({ where: { stream: `test:${name}` } })
registerReactions({ 'test.marked': ['follow-up'] })

test('an accepted command journals who, when and what, and enqueues its reaction, in one transaction', async () => {
  await expect(markClock(context(), { name: 'one' })).resolves.toEqual({ marked: 'one' })
  const entry = await db().event.findFirstOrThrow({ where: { stream: 'test:one' } })
  expect(entry).toMatchObject({
    seq: 1,
    type: 'test.marked',
    actorKind: 'person',
    actorId: person,
    requestId: 'test-request',
  })
  const jobs = await pool().query(
    "SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = 'react.follow-up'",
  )
  expect(jobs.rowCount).toBe(1)
  expect((await db().cacheClock.findUniqueOrThrow({ where: { name: 'test-clock' } })).version).toBe(1n)
})

test('what is refused, forbidden or invalid leaves nothing behind', async () => {
  expect(await codeOf(markClock(context(), { name: 'two', refuse: true }))).toBe('test.refused')
  expect(await codeOf(markClock(context(), { name: 'two', may: false }))).toBe(notFound().code)
  expect(await codeOf(markClock(context(), { name: '' }))).toBe('platform.invalid')
  expect(await countOf('two')).toBe(0)
  expect(await db().cacheClock.findUnique({ where: { name: 'two' } })).toBeNull()
})

test('the journal chains its hashes and can be neither changed nor emptied', async () => {
  for (let i = 0; i < 3; i++) await markClock(context(), { name: 'three' })
  expect((await pool().query('SELECT * FROM journal_breaks()')).rows).toEqual([])
  for (const sql of ["UPDATE event SET type = 'x'", 'DELETE FROM event', 'TRUNCATE event'])
    await expect(pool().query(sql)).rejects.toMatchObject({ code: '23001' })
})

test('a tampered entry is found by its hash, even when the trigger was taken away', async () => {
  await markClock(context(), { name: 'four' })
  await markClock(context(), { name: 'four' })
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query('ALTER TABLE event DISABLE TRIGGER event_append_only')
    await client.query(`UPDATE event SET data = '{"name":"other"}' WHERE stream = 'test:four' AND seq = 1`)
    expect((await client.query('SELECT * FROM journal_breaks()')).rows).toContainEqual({ stream: 'test:four', seq: 1 })
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
})

test('twenty at once on one stream are numbered without gap or double', async () => {
  await Promise.all(Array.from({ length: 20 }, () => markClock(context(), { name: 'five' })))
  const entries = await db().event.findMany({ where: { stream: 'test:five' }, orderBy: { seq: 'asc' } })
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect((await pool().query('SELECT * FROM journal_breaks()')).rows).toEqual([])
})

test('one idempotency key is carried out once, however many send it at the same time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => markClock(context({ idempotencyKey: 'key-1' }), { name: 'six' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"marked":"six"}']))
  expect(await countOf('six')).toBe(1)
  expect(await codeOf(markClock(context({ idempotencyKey: 'key-1' }), { name: 'seven' }))).toBe('platform.key-reused')
})

test('a refused request leaves its key free to be tried again', async () => {
  const ctx = context({ idempotencyKey: 'key-2' })
  expect(await codeOf(markClock(ctx, { name: 'eight', refuse: true }))).toBe('test.refused')
  expect(await codeOf(markClock(ctx, { name: 'eight' }))).toBe('accepted')
})

/** A made-up command for those who hold a role, over what can go away. */
const takeClock = command({
  name: 'test.take',
  input: z.object({ name: z.string() }),
  load: (tx, { name }) => tx.cacheClock.findUnique({ where: { name } }),
  authorize: ({ actor }) => actor.kind === 'person' && actor.roles.includes('clockmaker'),
  decide: (_, { name }) => ({ type: 'test.taken', stream: `test:${name}`, subjectId: name, data: {} }),
  apply: async (tx, { subjectId: name }, _, { requestId }) => {
    if (name !== 'kept') await tx.cacheClock.delete({ where: { name } })
    return { taken: name, requestId }
  },
})
const maker = (roles: string[], more: Partial<Context> = {}): Context => ({
  ...context(more),
  actor: { kind: 'person', id: person, name: 'Test', roles, secondFactor: true, scopes: null, sessionId: null },
})

test('whoever lost their authority is refused, not told again what they were told before', async () => {
  await db().cacheClock.create({ data: { name: 'kept' } })
  const key = { idempotencyKey: 'key-3' }
  const first = await takeClock(maker(['clockmaker'], key), { name: 'kept' })
  expect(await takeClock(maker(['clockmaker'], { ...key, requestId: 'again' }), { name: 'kept' })).toEqual(first)
  expect(await codeOf(takeClock(maker([], key), { name: 'kept' }))).toBe(notFound().code)
})

test('what a request took away is still answered alike when it is repeated', async () => {
  await db().cacheClock.create({ data: { name: 'gone' } })
  const key = { idempotencyKey: 'key-4' }
  const first = await takeClock(maker(['clockmaker'], key), { name: 'gone' })
  expect(await takeClock(maker(['clockmaker'], key), { name: 'gone' })).toEqual(first)
  expect(await codeOf(takeClock(maker(['clockmaker']), { name: 'gone' }))).toBe(notFound().code)
  expect(await countOf('gone')).toBe(1)
})

test('a fault carries the id of its request, by which the page and the log name it', async () => {
  const broken = query({
    name: 'test.broken',
    input: z.object({}),
    scope: () => 'public' as const,
    read: () => Promise.reject(new Error('the disk is gone')),
  })
  await expect(broken(context({ requestId: 'request-9' }), {})).rejects.toMatchObject({ digest: 'request-9' })
})
