import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { pool } from '@/lib/platform/db'
import { listenTo, stopListening } from '@/lib/platform/listener'

afterAll(stopListening)

const say = (payload: string) => pool().query('SELECT pg_notify($1, $2)', ['test-line', payload])
const listeners = async () =>
  (
    await pool().query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'portal-listener' AND datname = current_database()",
    )
  ).rows

function hearer() {
  const heard: (string | null)[] = []
  return { heard, stop: listenTo('test-line', (payload) => heard.push(payload)) }
}

test('everyone who listens hears what any process says, over one connection, and is told when nothing is missed', async () => {
  const [first, second] = [hearer(), hearer()]
  await vi.waitFor(() => expect(first.heard).toEqual([null]))
  const third = hearer()
  expect(third.heard).toEqual([null])
  await say('one')
  await vi.waitFor(() =>
    expect([first.heard, second.heard, third.heard]).toEqual([
      [null, 'one'],
      [null, 'one'],
      [null, 'one'],
    ]),
  )
  expect(await listeners()).toHaveLength(1)
  first.stop()
  await say('two')
  await vi.waitFor(() => expect(second.heard).toContain('two'))
  expect(first.heard).toEqual([null, 'one'])
})

test('a lost connection is made anew, and who listens is told to read again', async () => {
  const { heard, stop } = hearer()
  await vi.waitFor(() => expect(heard).toEqual([null]))
  for (const { pid } of await listeners()) await pool().query('SELECT pg_terminate_backend($1)', [pid])
  await vi.waitFor(() => expect(heard).toEqual([null, null]), { timeout: 5000 })
  await say('after')
  await vi.waitFor(() => expect(heard).toEqual([null, null, 'after']))
  stop()
})

test('after the end nothing listens any more', async () => {
  await stopListening()
  await wait(300)
  expect(await listeners()).toEqual([])
})
