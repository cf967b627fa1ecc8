import { expect, test } from 'vitest'
import { confirmationLife, judgeNewProof } from './new-proof'

const now = new Date('2026-11-24T12:00:00.000Z')
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
const bare = { holdsRole: true, proven: false, confirmedAt: null }

test.each([
  ['with a role and a password alone', bare, 'identity.confirm-first'],
  ['without a role', { ...bare, holdsRole: false }, null],
  ['proven by a second factor', { ...bare, proven: true }, null],
  ['confirmed just now', { ...bare, confirmedAt: now }, null],
  ['confirmed a little less than a quarter ago', { ...bare, confirmedAt: ago(confirmationLife - 1) }, null],
  ['confirmed a quarter ago', { ...bare, confirmedAt: ago(confirmationLife) }, 'identity.confirm-first'],
])('a session %s: %j', (_, standing, expected) => expect(judgeNewProof(standing, now)).toBe(expected))
