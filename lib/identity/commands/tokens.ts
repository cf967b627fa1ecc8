import 'server-only'
import { isPerson } from '@/lib/platform/context'
import { fingerprint } from '@/lib/platform/crypto'
import { newId, newSecret } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { NewToken, TokenChoice } from '../schema/credentials'
import { own } from './own'

const most = 20
const day = 24 * 60 * 60 * 1000

/** Makes a personal API token; its text is given once. It is never stronger than the session that makes it. Refuses: identity.too-many-tokens. */
export const createToken = own({
  name: 'identity.create-token',
  input: NewToken,
  load: async (tx, { person }, { now }) => ({
    id: newId(),
    live: await tx.apiToken.count({ where: { personId: person.id, revokedAt: null, expiresAt: { gt: now } } }),
  }),
  decide: (_, { person, input, more: { id, live } }) =>
    live < most
      ? happened.tokenCreated(person.id, { token: id, scopes: input.scopes })
      : refuse('identity.too-many-tokens'),
  apply: async (tx, _, { person, input, more: { id } }, { actor, now }) => {
    const token = `aida_${newSecret()}`
    const secondFactor = isPerson(actor) && actor.secondFactor
    await tx.apiToken.create({
      data: {
        id,
        personId: person.id,
        name: input.name,
        scopes: input.scopes,
        secondFactor,
        tokenHash: fingerprint(token),
        prefix: token.slice(0, 9),
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * day),
      },
      select: { id: true },
    })
    return { id, token }
  },
})

/** Revokes one of one's own tokens, from its next use. */
export const revokeToken = own({
  name: 'identity.revoke-token',
  input: TokenChoice,
  load: (tx, { person, input }) =>
    tx.apiToken.findFirst({ where: { id: input.token, personId: person.id, revokedAt: null }, select: { id: true } }),
  decide: (_, { person, more }) => happened.tokenRevoked(person.id, { token: more.id }),
  apply: async (tx, _, { more }, { now }) => {
    await tx.apiToken.update({ where: { id: more.id }, data: { revokedAt: now }, select: { id: true } })
  },
})
