import { expect, it } from 'vitest'
import type { Role } from '@/lib/identity/policy'
import { type Actor, anonymous } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/refusal'
import { mayKeepForms, maySeeFormDrafts } from './forms'

const person = (roles: readonly Role[], secondFactor = true, scopes: string[] | null = null): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'P',
  roles,
  secondFactor,
  scopes,
  sessionId: scopes ? null : 's',
})
const said = (permission: boolean | Refusal) => (permission instanceof Refusal ? permission.code : permission)

it.each([
  ['the system', { kind: 'system', name: 'seed' } as const, true, 'platform.not-signed-in'],
  ['a visitor', anonymous, 'platform.not-signed-in', 'platform.not-signed-in'],
  ['somebody', person([]), false, false],
  ['an administrator', person(['hub-administrator']), false, true],
  ['an ethics officer', person(['ethics-officer']), false, false],
  ['a request handler', person(['request-handler']), false, false],
  ['a steward', person(['data-steward']), true, true],
  [
    'a steward without second factor',
    person(['data-steward'], false),
    'platform.second-factor',
    'platform.second-factor',
  ],
  ['a token that reads', person(['data-steward'], true, ['catalogue:read']), 'platform.scope', true],
  ['a token that writes', person(['data-steward'], true, ['catalogue:write']), true, true],
  ['a token of another scope', person(['data-steward'], true, ['projects:read']), 'platform.scope', 'platform.scope'],
] as const)('%s keeps forms: %s, sees drafts: %s', (_, actor, keeps, sees) => {
  expect(said(mayKeepForms(actor))).toBe(keeps)
  expect(said(maySeeFormDrafts(actor))).toBe(sees)
})
