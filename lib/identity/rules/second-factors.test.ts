import { expect, test } from 'vitest'
import { judgeRemoval } from './second-factors'

test.each([
  ['the last of a role holder', { holdsRole: true, left: 0, ways: 1 }, 'identity.last-second-factor'],
  ['one of two of a role holder', { holdsRole: true, left: 1, ways: 1 }, null],
  ['the last of somebody without a role', { holdsRole: false, left: 0, ways: 1 }, null],
  ['the only way in', { holdsRole: false, left: 0, ways: 0 }, 'identity.last-way-in'],
  ['the only way in of a role holder', { holdsRole: true, left: 1, ways: 0 }, 'identity.last-way-in'],
])('removing %s: %j', (_, removal, expected) => expect(judgeRemoval(removal)).toBe(expected))
