import { describe, expect, test } from 'vitest'
import { type Actor, anonymous } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { demandAuthority, mayApply, mayDecideProjects, maySeeProject, mayWithdrawApplication, ownScope } from './policy'
import { authorities, outsider, type Standing } from './rules/authority'

const person = (roles: string[] = [], secondFactor = true, scopes: string[] | null = null): Actor => ({
  kind: 'person',
  id: 'p1',
  name: 'Pia',
  roles,
  secondFactor,
  scopes,
  sessionId: scopes === null ? 's' : null,
})
const administrator = person(['hub-administrator'])
const pi: Standing = { role: 'pi', authorities }
const member: Standing = { role: 'member', authorities: [] }
const delegate: Standing = { role: 'member', authorities: ['book-compute'] }
const signIn = refuse('platform.not-signed-in')
const scope = (name: string) => refuse('platform.scope', { status: 403, scope: name })

describe('who sees a project', () => {
  test.each([
    ['nobody', anonymous, pi, signIn],
    ['an outsider', person(), outsider, false],
    ['an administrator', administrator, outsider, true],
    ['an administrator without second factor', person(['hub-administrator'], false), outsider, false],
    ['a member', person(), member, true],
    ['a member by a token of another kind', person([], true, ['catalogue:read']), member, scope('projects:read')],
  ])('%s', (_, actor, standing, expected) => {
    expect(maySeeProject(actor, standing)).toEqual(expected)
  })
})

describe('who acts for a project', () => {
  const lacking = refuse('projects.no-authority', { status: 403, authority: 'book-compute' })
  test.each([
    ['nobody', anonymous, pi, signIn],
    ['an outsider', person(), outsider, false],
    ['an administrator, who takes no part', administrator, outsider, false],
    ['a plain member', person(), member, lacking],
    ['a delegate', person(), delegate, true],
    ['the principal investigator', person(), pi, true],
    ['the PI by a token that may read', person([], true, ['bookings:read']), pi, scope('bookings:write')],
  ])('%s', (_, actor, standing, expected) => {
    expect(demandAuthority(actor, standing, 'book-compute', 'bookings:write')).toEqual(expected)
  })
})

test('who decides, applies, withdraws and reads their own', () => {
  expect([administrator, person(), anonymous].map(mayDecideProjects)).toEqual([true, false, signIn])
  expect(mayDecideProjects(person(['hub-administrator'], true, ['projects:write']))).toEqual(scope('admin'))
  expect([person(), anonymous, person([], true, ['projects:read'])].map(mayApply)).toEqual([
    true,
    signIn,
    scope('projects:write'),
  ])
  expect(['p1', 'p2', null].map((id) => mayWithdrawApplication(person(), id))).toEqual([true, false, false])
  expect([ownScope(person()), ownScope(anonymous), ownScope(person([], true, []))]).toEqual([
    { personId: 'p1' },
    signIn,
    scope('projects:read'),
  ])
})
