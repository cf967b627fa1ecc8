import { expect, test } from 'vitest'
import { freshFor, judgeOwnership } from './ownership'

const now = new Date('2026-11-24T12:00:00.000Z')
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
const nothing = { hasPassword: false, passwordFits: false, hasApp: false, codeFits: false, signedInAt: null }

test.each([
  ['the right password', { ...nothing, hasPassword: true, passwordFits: true }, null],
  ['a wrong password', { ...nothing, hasPassword: true }, 'password'],
  ['a code in place of the password', { ...nothing, hasPassword: true, hasApp: true, codeFits: true }, 'password'],
  ['a code, where there is no password', { ...nothing, hasApp: true, codeFits: true }, null],
  ['a wrong code', { ...nothing, hasApp: true, signedInAt: now }, 'code'],
  ['a sign-in just now', { ...nothing, signedInAt: now }, null],
  ['a sign-in a little less than ten minutes ago', { ...nothing, signedInAt: ago(freshFor - 1) }, null],
  ['a sign-in ten minutes ago', { ...nothing, signedInAt: ago(freshFor) }, 'sign-in'],
  ['no session', nothing, 'sign-in'],
])('%s: %j', (_, shown, expected) => expect(judgeOwnership(shown, now)).toBe(expected))
