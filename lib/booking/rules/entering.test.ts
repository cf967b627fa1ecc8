import { expect, test } from 'vitest'
import { barredFrom, demandedOf } from './entering'

const member = { id: 'm', name: 'Mia', isActive: true, owesTerms: false }

test.each([
  ['a member with an open account who accepted the user terms is let in', {}, null],
  ['whose account is closed is not', { isActive: false }, 'account-closed'],
  ['who owes the user terms is not', { owesTerms: true }, 'user-terms'],
  ['the closed account is told first', { isActive: false, owesTerms: true }, 'account-closed'],
])('%s', (_, change, why) => expect(barredFrom({ ...member, ...change })).toBe(why))

test('a DPA is asked for where personal data may be', () => {
  const missing = ['service-agreement', 'dpa'] as const
  expect(demandedOf(missing, true)).toEqual(missing)
  expect(demandedOf(missing, false)).toEqual(['service-agreement'])
})
