import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { replaceKey } from '@/lib/access/commands/visa-keys'
import { visaKeys } from '@/lib/access/queries/visa-keys'
import { ReplaceVisaKey } from '@/lib/access/schema/systems'
import { jwkSet, permissions } from '@/lib/exchange/queries/visas'
import { moment } from './identity-answers'

const tag = 'Visas'
const visas = {
  tag,
  method: 'get',
  scope: 'visas',
  params: z.object({ user: z.string() }),
  answer: z.object({ ga4gh_passport_v1: z.array(z.string()).meta({ description: 'Signed visas (JWS)' }) }),
  door: permissions,
  render: (signed: string[]) => ({ ga4gh_passport_v1: signed }),
} as const
const set = {
  tag,
  method: 'get',
  scope: null,
  answer: z.object({
    keys: z.array(
      z
        .object({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.string() })
        .catchall(z.string())
        .meta({ description: 'A public key (RFC 7517)' }),
    ),
  }),
  door: jwkSet,
  render: (keys: unknown[]) => ({ keys }),
} as const

const whose =
  'What a person may use now, as signed visas (GA4GH Passport, ControlledAccessGrants): one for each dataset for which the live verdict says yes'

export const readPermissions = operation({
  ...visas,
  id: 'readPermissions',
  path: '/api/v1/permissions/{user}',
  summary: whose,
  description:
    'Your own; anybody’s for an administrator’s program. `user` is the id of the person here, or as the hub’s login provider knows them. A visa lasts an hour at most, and never longer than what it rests on.',
})

export const readPermissionsAsRems = operation({
  ...visas,
  id: 'readPermissionsAsRems',
  path: '/api/permissions/{user}',
  summary: 'The same at the address where REMS has it',
})

export const readVisaKeySet = operation({
  ...set,
  id: 'readVisaKeySet',
  path: '/api/v1/jwk',
  summary: 'The public keys by which visas are checked (`jku` of each visa), as a JSON Web Key Set',
})

export const readVisaKeySetAsRems = operation({
  ...set,
  id: 'readVisaKeySetAsRems',
  path: '/api/jwk',
  summary: 'The same at the address where REMS has it',
})

export const listVisaKeys = operation({
  tag,
  method: 'get',
  scope: 'admin',
  id: 'listVisaKeys',
  path: '/api/v1/visa-keys',
  summary: 'The keys by which visas are and were signed, the newest first',
  answer: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        state: z.enum(['signs', 'published', 'gone']),
        createdAt: moment,
        retiredAt: moment.nullable(),
        publishedUntil: moment.nullable(),
      }),
    ),
  }),
  door: visaKeys,
  render: (items: unknown[]) => ({ items }),
})

export const replaceVisaKey = operation({
  tag,
  method: 'post',
  scope: 'admin',
  id: 'replaceVisaKey',
  path: '/api/v1/visa-keys',
  summary: 'Let another key sign visas; the old one stays published until its last visa has expired, or goes at once',
  body: ReplaceVisaKey,
  answer: z.object({ id: z.uuid() }),
  status: 201,
  door: replaceKey,
})

export const visaOperations = [
  readPermissions,
  readPermissionsAsRems,
  readVisaKeySet,
  readVisaKeySetAsRems,
  listVisaKeys,
  replaceVisaKey,
]
