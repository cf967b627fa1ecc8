import { expect, test } from 'vitest'
import { judgePassword } from './password'

const owner = { email: 'asa.lindqvist@example.org', name: 'Åsa Lindqvist' }

test.each([
  ['correct horse battery', null],
  ['tolv tecken!', null],
  ['lång svensk mening', null],
  ['elva tecken', 'identity.invalid.password-short'],
  ['ééééé', 'identity.invalid.password-short'],
  ['x'.repeat(201), 'identity.invalid.password-long'],
  ['aaaaaaaaaaaaaaaa', 'identity.invalid.password-common'],
  ['abc1abc1abc1abc1', 'identity.invalid.password-common'],
  ['012345678901234', 'identity.invalid.password-common'],
  ['abcdefghijklmn', 'identity.invalid.password-common'],
  ['Password1234', 'identity.invalid.password-common'],
  ['P4$$w0rd!!!!2026', 'identity.invalid.password-common'],
  ['lösenord2026', 'identity.invalid.password-common'],
  ['passwordpassword', 'identity.invalid.password-common'],
  ['Linköping2026', 'identity.invalid.password-common'],
  ['my lindqvist word', 'identity.invalid.password-own'],
  ['LINDQVIST-och-katten', 'identity.invalid.password-own'],
])('%s: %s', (password, verdict) => expect(judgePassword(password, owner)).toBe(verdict))

test('a short name forbids nothing', () =>
  expect(judgePassword('anna bo eva karl dag', { email: 'bo@x.se', name: 'Bo Ek' })).toBeNull())
