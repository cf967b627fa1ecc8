import { expect, test } from 'vitest'
import { endOf } from './invitations'

const now = new Date('2026-11-23T12:00:00Z')
const before = new Date('2026-11-20T12:00:00Z')
const after = new Date('2026-11-27T12:00:00Z')
const open = { acceptedAt: null, revokedAt: null, expiresAt: after }

test.each([
  ['is good', {}, null],
  ['expires to the moment', { expiresAt: now }, 'expired'],
  ['is used once', { acceptedAt: before }, 'used'],
  ['was used, though it would be too old by now', { acceptedAt: before, expiresAt: before }, 'used'],
  ['is revoked', { revokedAt: before }, 'revoked'],
  ['was revoked, though it would be too old by now', { revokedAt: before, expiresAt: before }, 'revoked'],
])('a link %s', (_, changes, end) => {
  expect(endOf({ ...open, ...changes }, now)).toBe(end)
})
