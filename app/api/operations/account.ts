import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { requestEmailChange } from '@/lib/identity/commands/email'
import { removePasskey } from '@/lib/identity/commands/passkeys'
import { updateProfile } from '@/lib/identity/commands/profile'
import { endOtherSessions, endSession } from '@/lib/identity/commands/sessions'
import { addSshKey, removeSshKey } from '@/lib/identity/commands/ssh-keys'
import { takeOwnData } from '@/lib/identity/commands/take-own-data'
import { createToken, revokeToken } from '@/lib/identity/commands/tokens'
import { scopes } from '@/lib/identity/policy'
import { passkeys, profile, sessions, sshKeys, tokens } from '@/lib/identity/queries/account'
import { OwnPage } from '@/lib/identity/queries/own'
import {
  EmailChange,
  NewSshKey,
  NewToken,
  SessionChoice,
  SshKeyChoice,
  TokenChoice,
} from '@/lib/identity/schema/credentials'
import { PasskeyChoice } from '@/lib/identity/schema/passkeys'
import { Profile } from '@/lib/identity/schema/people'
import { Me, moment, nothing } from './identity-answers'

const tag = 'Account'
const read = { tag, scope: 'account:read' } as const
/** Changes of one's own account: by session, never by token. */
const change = { tag, scope: 'account:read', sessionOnly: true } as const
const items = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })
const asItems = (rows: unknown) => ({ items: rows })
/** Lists that grow with use are paged by cursor; SSH keys are 20 at most. */
const paged = <Item extends z.ZodType>(item: Item) =>
  ({
    query: OwnPage,
    answer: z.object({ items: z.array(item), nextCursor: z.uuid().nullable() }),
    render: ({ items, next }: { items: readonly unknown[]; next: string | null }) => ({ items, nextCursor: next }),
  }) as const

export const readMe = operation({
  ...read,
  id: 'readMe',
  method: 'get',
  path: '/api/v1/me',
  summary: 'Who you are to the portal: profile, roles, what identity providers said',
  answer: Me,
  door: profile,
})

const { revision, ...fields } = Profile.shape

export const changeMe = operation({
  ...change,
  id: 'changeMe',
  method: 'patch',
  path: '/api/v1/me',
  summary: 'Change your profile',
  description: 'Fields that are left out stay as they are. `revision` is that of the profile you read.',
  body: z.object({ ...z.object(fields).partial().shape, revision }),
  answer: nothing,
  status: 204,
  prepare: async (wanted, ctx) => ({ ...(await profile(ctx, {})), ...wanted }),
  door: updateProfile,
})

export const askNewEmail = operation({
  ...change,
  id: 'requestEmailChange',
  method: 'post',
  path: '/api/v1/me/email',
  summary: 'Ask for another e-mail address',
  description:
    'A link goes to the new address and word of it to the present one; the change takes effect when the link is followed. The answer is the same whether the address has an account or not. Send the password, or, when you have none, a fresh code of the authenticator app.',
  body: EmailChange,
  answer: nothing,
  status: 204,
  door: requestEmailChange,
})

const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().meta({ description: 'The first characters, to tell tokens apart' }),
  scopes: z.array(z.enum(scopes)),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
  revokedAt: moment.nullable(),
})

export const listTokens = operation({
  ...read,
  id: 'listTokens',
  method: 'get',
  path: '/api/v1/me/tokens',
  summary: 'Your personal API tokens, without their text',
  ...paged(Token),
  door: tokens,
})

export const makeToken = operation({
  ...change,
  id: 'createToken',
  method: 'post',
  path: '/api/v1/me/tokens',
  summary: 'Make a personal API token; its text is given this once',
  body: NewToken,
  answer: z.object({ id: z.uuid(), token: z.string() }),
  status: 201,
  door: createToken,
})

export const dropToken = operation({
  ...change,
  id: 'revokeToken',
  method: 'delete',
  path: '/api/v1/me/tokens/{token}',
  summary: 'Revoke one of your tokens',
  params: TokenChoice,
  answer: nothing,
  status: 204,
  door: revokeToken,
})

const SshKey = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  bits: z.number().int(),
  fingerprint: z.string().meta({ description: 'SHA256:… as ssh-keygen -l prints it' }),
  publicKey: z.string(),
  createdAt: moment,
})

export const listSshKeys = operation({
  ...read,
  id: 'listSshKeys',
  method: 'get',
  path: '/api/v1/me/ssh-keys',
  summary: 'Your SSH public keys',
  answer: items(SshKey),
  door: sshKeys,
  render: asItems,
})

export const makeSshKey = operation({
  ...change,
  id: 'addSshKey',
  method: 'post',
  path: '/api/v1/me/ssh-keys',
  summary: 'Add an SSH public key; weak ones are refused',
  body: NewSshKey,
  answer: z.object({ id: z.uuid(), fingerprint: z.string() }),
  status: 201,
  door: addSshKey,
})

export const dropSshKey = operation({
  ...change,
  id: 'removeSshKey',
  method: 'delete',
  path: '/api/v1/me/ssh-keys/{key}',
  summary: 'Remove one of your SSH keys',
  params: SshKeyChoice,
  answer: nothing,
  status: 204,
  door: removeSshKey,
})

const Passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
})

export const listPasskeys = operation({
  ...read,
  id: 'listPasskeys',
  method: 'get',
  path: '/api/v1/me/passkeys',
  summary: 'Your passkeys; one is added in the browser that makes it',
  answer: items(Passkey),
  door: passkeys,
  render: asItems,
})

export const dropPasskey = operation({
  ...change,
  id: 'removePasskey',
  method: 'delete',
  path: '/api/v1/me/passkeys/{passkey}',
  summary: 'Remove one of your passkeys',
  description:
    'Only in a session that was proven by a second factor, and not the last one of somebody with a hub role.',
  params: PasskeyChoice,
  answer: nothing,
  status: 204,
  door: removePasskey,
})

const Session = z.object({
  id: z.uuid(),
  method: z.string(),
  userAgent: z.string(),
  createdAt: moment,
  seenAt: moment,
  secondFactor: z.boolean(),
  current: z.boolean(),
})

export const listSessions = operation({
  ...read,
  id: 'listSessions',
  method: 'get',
  path: '/api/v1/me/sessions',
  summary: 'Where you are signed in',
  ...paged(Session),
  door: sessions,
})

export const dropSession = operation({
  ...change,
  id: 'endSession',
  method: 'delete',
  path: '/api/v1/me/sessions/{session}',
  summary: 'End one of your sessions',
  params: SessionChoice,
  answer: nothing,
  status: 204,
  door: endSession,
})

export const dropOtherSessions = operation({
  ...change,
  id: 'endOtherSessions',
  method: 'delete',
  path: '/api/v1/me/sessions',
  summary: 'End every session of yours but this one',
  answer: nothing,
  status: 204,
  door: endOtherSessions,
})

export const readMyData = operation({
  ...change,
  id: 'takeOwnData',
  method: 'post',
  path: '/api/v1/me/data',
  summary: 'Everything the portal holds about you, by table, without secrets; the journal notes that it was taken',
  answer: z.object({
    takenAt: moment,
    person: z.uuid(),
    tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  }),
  door: takeOwnData,
})

export const accountOperations = [
  readMe,
  changeMe,
  askNewEmail,
  listTokens,
  makeToken,
  dropToken,
  listSshKeys,
  makeSshKey,
  dropSshKey,
  listPasskeys,
  dropPasskey,
  listSessions,
  dropSession,
  dropOtherSessions,
  readMyData,
]
