import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Changed, changeQueue } from './change-queue'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const asked = (changed: Changed) => (changed === 'all' ? 'all' : [...changed])

test('changes that come together are read once', async () => {
  const read = vi.fn(async (_: Changed): Promise<'read' | 'overtaken'> => 'read')
  const queue = changeQueue(read)
  queue.hear('2026-11-30')
  queue.hear('2026-12-07')
  queue.hear('2026-11-30')
  await vi.advanceTimersByTimeAsync(1000)
  expect(read.mock.calls.map(([changed]) => asked(changed))).toEqual([['2026-11-30', '2026-12-07']])
})

test('where anything may have changed all is read', async () => {
  const read = vi.fn(async (_: Changed): Promise<'read' | 'overtaken'> => 'read')
  const queue = changeQueue(read)
  queue.hear('2026-11-30')
  queue.hear(null)
  queue.hear('2026-12-07')
  await vi.advanceTimersByTimeAsync(1000)
  expect(read.mock.calls).toEqual([['all']])
})

test('what changes during a reading is read after it, never beside it', async () => {
  let reading = 0
  let most = 0
  const seen: unknown[] = []
  const queue = changeQueue(async (changed) => {
    seen.push(asked(changed))
    most = Math.max(most, ++reading)
    await new Promise((resolve) => setTimeout(resolve, 500))
    reading -= 1
    return 'read'
  })
  queue.hear('2026-11-30')
  await vi.advanceTimersByTimeAsync(300)
  queue.hear('2026-12-07')
  await vi.advanceTimersByTimeAsync(3000)
  expect([seen, most]).toEqual([[['2026-11-30'], ['2026-12-07']], 1])
})

test('a reading that failed is tried again, with what changed since', async () => {
  const read = vi.fn(async (_: Changed): Promise<'read' | 'overtaken'> => 'read')
  read.mockRejectedValueOnce(new Error('offline'))
  const queue = changeQueue(read)
  queue.hear('2026-11-30')
  await vi.advanceTimersByTimeAsync(1000)
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(3000)
  expect(read.mock.calls.map(([changed]) => asked(changed))).toEqual([['2026-11-30'], ['2026-11-30']])
})

test('a reading that was overtaken is done again at once', async () => {
  const read = vi.fn(async (_: Changed): Promise<'read' | 'overtaken'> => 'read')
  read.mockResolvedValueOnce('overtaken')
  const queue = changeQueue(read)
  queue.hear('2026-11-30')
  await vi.advanceTimersByTimeAsync(1000)
  expect(read.mock.calls.map(([changed]) => asked(changed))).toEqual([['2026-11-30'], ['2026-11-30']])
})

test('after its end nothing is read', async () => {
  const read = vi.fn(async (_: Changed): Promise<'read' | 'overtaken'> => 'read')
  const queue = changeQueue(read)
  queue.hear(null)
  queue.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(read).not.toHaveBeenCalled()
})
