import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/context'
import { isRefusal } from '@/lib/platform/refusal'
import { authorities, outsider, type Standing } from '@/lib/projects/rules/authority'
import { isClock, listScope, mayKeepApproval, maySeeApproval, mayVerify, queueScope } from './policy'

const person = (roles: string[] = [], secondFactor = true, scopes: string[] | null = null): Actor => ({
  ...{ kind: 'person', id: 'p', name: 'P', roles, secondFactor, scopes, sessionId: null },
})
const anonymous: Actor = { kind: 'anonymous' }
const pi: Standing = { role: 'pi', authorities }
const member: Standing = { role: 'member', authorities: [] }
const keeper: Standing = { role: 'member', authorities: ['manage-ethics'] }
const officer = person(['ethics-officer'])
const answer = (said: unknown): unknown => (isRefusal(said) ? said.code : said)

describe('who sees an approval', () => {
  test.each<[string, Actor, Standing, unknown]>([
    ['a visitor', anonymous, outsider, 'platform.not-signed-in'],
    ['the PI', person(), pi, true],
    ['a member', person(), member, true],
    ['somebody else', person(), outsider, false],
    ['a steward', person(['data-steward']), outsider, false],
    ['an ethics officer', officer, outsider, true],
    ['an administrator', person(['hub-administrator']), outsider, true],
    ['an officer without a second factor', person(['ethics-officer'], false), outsider, false],
    ['a token without the scope', person([], true, ['projects:read']), pi, 'platform.scope'],
    ['a token with it', person([], true, ['ethics:read']), pi, true],
  ])('%s: %s', (_, actor, standing, said) => expect(answer(maySeeApproval(actor, standing))).toBe(said))
})

describe('who keeps approvals', () => {
  test.each<[string, Actor, Standing, unknown]>([
    ['a visitor', anonymous, outsider, 'platform.not-signed-in'],
    ['the PI', person(), pi, true],
    ['a delegate with the authority', person(), keeper, true],
    ['a member', person(), member, 'projects.no-authority'],
    ['somebody else', person(), outsider, false],
    ['an officer, who sees it', officer, outsider, 'platform.forbidden'],
    ['a token that may read', person([], true, ['ethics:read']), pi, 'platform.scope'],
  ])('%s', (_, actor, standing, said) => expect(answer(mayKeepApproval(actor, standing))).toBe(said))
})

describe('who verifies', () => {
  test.each<[string, Actor, Standing, unknown]>([
    ['a visitor', anonymous, outsider, 'platform.not-signed-in'],
    ['an officer', officer, outsider, true],
    ['an officer without a second factor', person(['ethics-officer'], false), outsider, 'platform.second-factor'],
    ['an administrator, who sees it', person(['hub-administrator']), outsider, 'platform.forbidden'],
    ['the PI, who sees it', person(), pi, 'platform.forbidden'],
    ['somebody else', person(), outsider, false],
    ['a token that may read', person(['ethics-officer'], true, ['ethics:read']), outsider, 'platform.scope'],
  ])('%s', (_, actor, standing, said) => expect(answer(mayVerify(actor, standing))).toBe(said))
})

test('the queue is for officers; administrators look, others find none', () => {
  expect(queueScope(officer)).toEqual({ personId: 'p', verifies: true })
  expect(queueScope(person(['hub-administrator']))).toEqual({ personId: 'p', verifies: false })
  expect(queueScope(person())).toBeNull()
  expect(answer(queueScope(anonymous))).toBe('platform.not-signed-in')
  expect(answer(queueScope(person(['ethics-officer'], false)))).toBe('platform.second-factor')
  expect(answer(queueScope(person(['ethics-officer'], true, [])))).toBe('platform.scope')
})

test('a list holds what one takes part in, and everything for officers', () => {
  expect(listScope(person())).toEqual({ personId: 'p', all: false })
  expect(listScope(officer)).toEqual({ personId: 'p', all: true })
  expect(answer(listScope(anonymous))).toBe('platform.not-signed-in')
  expect(answer(listScope(person([], true, [])))).toBe('platform.scope')
})

test('what the clock does, nobody else does', () => {
  expect(isClock({ kind: 'system', name: 'clock' })).toBe(true)
  expect(isClock(person(['hub-administrator']))).toBe(false)
  expect(answer(isClock(anonymous))).toBe('platform.not-signed-in')
})
