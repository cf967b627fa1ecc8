import { expect, test } from 'vitest'
import { type Actor, anonymous } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { demandRole, holds, inScope, mayChangeOwnAccount, owesSecondFactor } from './policy'

const steward = (secondFactor: boolean, scopes: string[] | null = null): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'Sten',
  roles: ['data-steward'],
  secondFactor,
  scopes,
  sessionId: scopes ? null : 's',
})
const system: Actor = { kind: 'system', name: 'clock' }

test.each([
  ['with a second factor', steward(true), true],
  ['without one', steward(false), false],
  ['as nobody', anonymous, false],
  ['as the system', system, false],
])('a steward %s acts as steward: %s', (_, actor, expected) => expect(holds(actor, 'data-steward')).toBe(expected))

test('a role that was not given is not held', () => expect(holds(steward(true), 'hub-administrator')).toBe(false))

test.each([
  [anonymous, refuse('platform.not-signed-in')],
  [steward(false), refuse('platform.second-factor')],
  [steward(true), true],
])('demanding the role of %j', (actor, expected) => expect(demandRole(actor, 'data-steward')).toEqual(expected))

test('whoever lacks the role is told nothing', () => expect(demandRole(steward(true), 'hub-administrator')).toBe(false))

test.each([
  [steward(true), true],
  [steward(true, ['catalogue:read']), false],
  [steward(true, ['catalogue:write']), true],
  [anonymous, false],
])('a scope covers what it names: %j', (actor, expected) => expect(inScope(actor, 'catalogue:write')).toBe(expected))

test('a token changes nothing of the account', () =>
  expect(mayChangeOwnAccount(steward(true, ['admin']))).toEqual(refuse('identity.session-needed', { status: 403 })))

test('a role without a second factor is owed one', () => {
  expect(owesSecondFactor(steward(false))).toBe(true)
  expect(owesSecondFactor(steward(true))).toBe(false)
})
