import { expect, test } from 'vitest'
import { idleLimit, isAlive, wholeLife } from './session-life'

const start = new Date('2026-11-23T08:00:00Z')
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds)

test.each([
  ['just opened', start, start, true],
  ['a moment before the idle limit', start, after(idleLimit - 1), true],
  ['at the idle limit', start, after(idleLimit), false],
  ['active until its end', after(wholeLife - 1000), after(wholeLife - 1), true],
  ['at its end, though active', after(wholeLife - 1000), after(wholeLife), false],
])('a session %s', (_, seenAt, now, alive) => {
  expect(isAlive({ seenAt, expiresAt: after(wholeLife) }, now)).toBe(alive)
})
