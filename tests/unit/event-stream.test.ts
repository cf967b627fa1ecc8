import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endStreams, eventStream, noStreamFor, openStreams, type Send } from '@/lib/platform/event-stream'

const held = globalThis as { portalDraining?: boolean }
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  endStreams()
  delete held.portalDraining
  vi.useRealTimers()
})

function opened(reader = 'dana') {
  const leave = new AbortController()
  const ended = vi.fn()
  let send: Send = () => {}
  const response = eventStream(reader, leave.signal, (told) => {
    send = told
    return ended
  })
  const stream = response.body?.getReader()
  if (!stream) throw new Error('no body')
  const read = async () => {
    const { value, done } = await stream.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { response, leave, ended, read, stream, send: (...given: Parameters<Send>) => send(...given) }
}

test('what is sent is read as events, with a beat between that keeps the connection alive', async () => {
  const { response, read, send } = opened()
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('cache-control')).toContain('no-transform')
  expect(await read()).toBe('retry: 2000\n\n')
  send('sheet', '2026-11-30')
  expect(await read()).toBe('event: sheet\ndata: 2026-11-30\n\n')
  vi.advanceTimersByTime(20_000)
  expect(await read()).toBe(':\n\n')
})

test('it ends with its request, with its reader and with the process, once each', async () => {
  const [left, cancelled, closed] = [opened(), opened(), opened()]
  expect(openStreams()).toBe(3)
  left.leave.abort()
  await cancelled.stream.cancel()
  endStreams()
  expect(openStreams()).toBe(0)
  for (const { ended, send } of [left, cancelled, closed]) {
    send('sheet', 'too late')
    expect(ended).toHaveBeenCalledTimes(1)
  }
  expect([await closed.read(), await closed.read()]).toEqual(['retry: 2000\n\n', null])
})

test('it ends after a while, so that whoever lost the right to it loses it', async () => {
  const { ended } = opened()
  vi.advanceTimersByTime(599_000)
  expect(ended).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200_000)
  expect(ended).toHaveBeenCalledTimes(1)
})

test('who does not read what is sent loses the stream', () => {
  const { ended, send } = opened()
  for (let n = 0; n < 300; n++) send('sheet', String(n))
  expect(ended).toHaveBeenCalledTimes(1)
})

test('nobody can hold more than a few, and a process that ends gives none', () => {
  expect(noStreamFor('dana')).toBeNull()
  for (let n = 0; n < 20; n++) opened()
  expect(noStreamFor('dana')).toMatchObject({ code: 'platform.too-many', details: { retryAfter: 60 } })
  expect(noStreamFor('petra')).toBeNull()
  held.portalDraining = true
  expect(noStreamFor('petra')).toMatchObject({ code: 'platform.unavailable' })
})
