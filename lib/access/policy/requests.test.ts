import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import type { AccessStanding } from '../rules/roles'
import { verbs } from '../rules/states'
import {
  isAssignee,
  isClock,
  mayAcceptTerms,
  mayAct,
  mayKeepWorkflows,
  mayPublishTerms,
  maySeeRequest,
} from './requests'

const person = (changes: object = {}) =>
  ({
    kind: 'person',
    id: 'p',
    name: 'Sam',
    roles: [],
    secondFactor: true,
    scopes: null,
    sessionId: 's',
    ...changes,
  }) as const
const nobody = { kind: 'anonymous' } as const
const clock = { kind: 'system', name: 'clock' } as const
const standing = (changes: Partial<AccessStanding> = {}): AccessStanding => ({
  side: 'hub',
  roles: ['handler'],
  handles: ['w1'],
  conflict: null,
  ...changes,
})
const answered = (permission: unknown) => (isRefusal(permission) ? permission.code : permission)

describe('seeing a request', () => {
  test.each([
    ['a visitor', nobody, standing(), 'platform.not-signed-in'],
    ['somebody outside', person(), standing({ side: 'outside' }), false],
    ['a handler', person(), standing(), true],
    ['a token with the scope', person({ scopes: ['requests:read'] }), standing(), true],
    ['a token without it', person({ scopes: ['projects:read'] }), standing(), 'platform.scope'],
  ] as const)('%s', (_, actor, how, permission) => {
    expect(answered(maySeeRequest(actor, how))).toBe(permission)
  })
})

describe('doing a verb', () => {
  const applicant = standing({ side: 'asking', roles: ['applicant', 'member'], conflict: 'own-request' })
  const member = standing({ side: 'asking', roles: ['member'], conflict: 'own-request' })
  const reviewer = standing({ side: 'asked', roles: ['reviewer'], conflict: 'own-institution' })
  test.each([
    ['a visitor', nobody, standing(), 'approve', 'platform.not-signed-in'],
    ['somebody outside', person(), standing({ side: 'outside', roles: [] }), 'approve', false],
    ['a handler', person(), standing(), 'approve', true],
    ['a handler, what deciders do', person(), standing(), 'decide', 'platform.forbidden'],
    ['a handler with an interest', person(), standing({ conflict: 'own-institution' }), 'approve', 'access.conflict'],
    [
      'the same, what those who ask do, too',
      person(),
      standing({ conflict: 'own-project' }),
      'remark',
      'access.conflict',
    ],
    ['a reviewer with an interest', person(), reviewer, 'remark', 'access.conflict'],
    [
      'a handler without second factor',
      person({ secondFactor: false }),
      standing(),
      'approve',
      'platform.second-factor',
    ],
    ['a token that only reads', person({ scopes: ['requests:read'] }), standing(), 'approve', 'platform.scope'],
    ['an administrator without a part', person(), standing({ roles: [] }), 'approve', 'platform.forbidden'],
    ['the applicant', person(), applicant, 'submit', true],
    ['the applicant without second factor', person({ secondFactor: false }), applicant, 'submit', true],
    ['the applicant, what the hub does', person(), applicant, 'approve', 'platform.forbidden'],
    ['a member, what takes authority', person(), member, 'submit', 'projects.no-authority'],
    ['a member', person(), member, 'save-draft', true],
  ] as const)('%s', (_, actor, how, verb, permission) => {
    expect(answered(mayAct(actor, how, verb))).toBe(permission)
  })
})

test('nobody of the hub who has an interest of their own does anything with a request', () => {
  for (const side of ['hub', 'asked'] as const)
    for (const conflict of ['own-request', 'own-project', 'own-institution'] as const)
      for (const verb of verbs) {
        const how = standing({ side, roles: ['handler', 'reviewer', 'decider'], conflict })
        expect([verb, isRefusal(mayAct(person(), how, verb))]).toEqual([verb, true])
      }
})

describe('what is kept by whom', () => {
  const steward = person({ roles: ['data-steward'] })
  const admin = person({ roles: ['hub-administrator'] })
  test.each([
    ['terms are published by stewards', mayPublishTerms(steward), true],
    ['and by nobody else', mayPublishTerms(admin), false],
    ['nor by their reading token', mayPublishTerms({ ...steward, scopes: ['catalogue:read'] }), 'platform.scope'],
    ['workflows are kept by administrators', mayKeepWorkflows(admin), true],
    ['and by nobody else', mayKeepWorkflows(steward), false],
    ['terms are accepted in a browser', mayAcceptTerms(person()), true],
    ['never by a token', mayAcceptTerms(person({ scopes: ['requests:write'] })), 'identity.session-needed'],
    ['who is assigned says that they are away', isAssignee(person(), true), true],
    ['who is not, has nothing to say it of', isAssignee(person(), false), false],
    ['the clock is the system', isClock(clock), true],
    ['and nobody else', isClock(admin), false],
  ] as const)('%s', (_, permission, expected) => expect(answered(permission)).toBe(expected))
})
