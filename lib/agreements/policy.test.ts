import { describe, expect, test } from 'vitest'
import { type Actor, anonymous, type Person } from '@/lib/platform/context'
import { isRefusal } from '@/lib/platform/refusal'
import { authorities, outsider, type Standing } from '@/lib/projects/rules/authority'
import { isClock, mayAcceptTexts, mayCountersign, mayKeepTexts, maySeeDocuments, maySign } from './policy'

const base = {
  kind: 'person',
  id: 'p',
  name: 'Pia',
  roles: [],
  secondFactor: true,
  scopes: null,
  sessionId: 's',
} as const
const person: Person = base
const admin: Person = { ...base, roles: ['hub-administrator'] }
const token = (who: Person, ...scopes: string[]): Person => ({ ...who, scopes, sessionId: null })
const clock: Actor = { kind: 'system', name: 'clock' }
const pi: Standing = { role: 'pi', authorities }
const member: Standing = { role: 'member', authorities: ['book-compute'] }
const full: Standing = { role: 'member', authorities }
const said = (permission: unknown) => (isRefusal(permission) ? permission.code : permission)

describe('who signs for a project', () => {
  test.each<[string, Actor, Standing, unknown]>([
    ['a visitor', anonymous, outsider, 'platform.not-signed-in'],
    ['somebody outside', person, outsider, false],
    ['an administrator outside', admin, outsider, false],
    ['its PI', person, pi, true],
    ['who holds every authority', person, full, true],
    ['who holds some', person, member, 'agreements.not-signatory'],
    ['a token of the PI that may read', token(person, 'projects:read'), pi, 'platform.scope'],
    ['a token of the PI that may write', token(person, 'projects:write'), pi, true],
  ])('%s', (_, actor, standing, answer) => expect(said(maySign(actor, standing))).toBe(answer))
})

describe('who countersigns', () => {
  test.each<[string, Actor, Standing, unknown]>([
    ['a visitor', anonymous, outsider, 'platform.not-signed-in'],
    ['somebody outside', person, outsider, false],
    ['its PI', person, pi, 'platform.forbidden'],
    ['an administrator', admin, outsider, true],
    ['an administrator without second factor', { ...admin, secondFactor: false }, outsider, 'platform.second-factor'],
    ['a token of theirs without the scope', token(admin, 'projects:write'), outsider, 'platform.scope'],
  ])('%s', (_, actor, standing, answer) => expect(said(mayCountersign(actor, standing))).toBe(answer))
})

test('members and administrators see documents; nobody accepts by token; administrators keep texts; the clock reminds', () => {
  expect([pi, member, outsider].map((standing) => said(maySeeDocuments(person, standing)))).toEqual([true, true, false])
  expect(said(maySeeDocuments(admin, outsider))).toBe(true)
  expect([person, token(person, 'projects:write'), anonymous].map((one) => said(mayAcceptTexts(one)))).toEqual([
    true,
    'identity.session-needed',
    'platform.not-signed-in',
  ])
  expect([person, admin, anonymous].map((one) => said(mayKeepTexts(one)))).toEqual([
    false,
    true,
    'platform.not-signed-in',
  ])
  expect([clock, admin, anonymous].map((one) => said(isClock(one)))).toEqual([true, false, 'platform.not-signed-in'])
})
