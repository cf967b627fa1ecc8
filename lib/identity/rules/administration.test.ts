import { expect, test } from 'vitest'
import { judgeClosing, judgeRoleGift, judgeRoleLoss } from './administration'

test.each([
  ['to somebody else', { own: false, held: [], active: true }, null],
  ['to oneself', { own: true, held: [], active: true }, 'identity.own-role'],
  ['a second time', { own: false, held: ['reviewer'], active: true }, 'identity.role-held'],
  ['to a closed account', { own: false, held: [], active: false }, 'identity.already-deactivated'],
])('a role given %s', (_, facts, code) => expect(judgeRoleGift({ ...facts, role: 'reviewer' })).toBe(code))

const admin = { role: 'hub-administrator', held: ['hub-administrator'], person: 'a' }
test.each([
  ['another administrator’s, two being left', { ...admin, own: false, administrators: ['a', 'b', 'c'] }, null],
  ['one’s own, another being left', { ...admin, own: true, administrators: ['a', 'b'] }, null],
  ['the last administrator’s own', { ...admin, own: true, administrators: ['a'] }, 'identity.last-administrator'],
  ['of an administrator whose account is closed', { ...admin, own: false, administrators: ['b'] }, null],
  ['that is not held', { ...admin, own: false, held: [], administrators: ['b'] }, 'identity.role-not-held'],
  [
    'of another kind from the last administrator',
    { own: true, role: 'reviewer', held: ['reviewer'], person: 'a', administrators: ['a'] },
    null,
  ],
])('a role taken: %s', (_, facts, code) => expect(judgeRoleLoss(facts)).toBe(code))

test.each([
  ['somebody’s', { own: false, person: 'x', administrators: ['a'], active: true }, null],
  ['one’s own', { own: true, person: 'a', administrators: ['a', 'b'], active: true }, 'identity.own-role'],
  [
    'the last administrator’s',
    { own: false, person: 'a', administrators: ['a'], active: true },
    'identity.last-administrator',
  ],
  [
    'the last administrator’s own',
    { own: true, person: 'a', administrators: ['a'], active: true },
    'identity.last-administrator',
  ],
  ['a closed one', { own: false, person: 'x', administrators: ['a'], active: false }, 'identity.already-deactivated'],
])('an account closed: %s', (_, facts, code) => expect(judgeClosing(facts)).toBe(code))
