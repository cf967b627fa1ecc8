import 'server-only'
import { command } from '@/lib/platform/command'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { vouchesForSecondFactor } from '../rules/assurance'
import { judgeNewProof } from '../rules/new-proof'
import { IdentityChoice, ProviderLink, ProviderSignIn } from '../schema/claims'
import { keepClaims, linkIdentityTo, lockIdentity, vouchOrcid } from '../store/identities'
import { lockEmail, lockPerson } from '../store/people'
import { standingOf } from '../store/sessions'
import { admit, firstFactorOf, judgeFirstFactor } from './first-factor'
import { own } from './own'

/**
 * Signs in with what an OpenID provider said, after its answer was checked; makes an account at the first time. Never joins
 * accounts by e-mail address. Refuses: identity.email-taken, identity.no-email, identity.deactivated.
 */
export const signInWithProvider = command({
  name: 'identity.sign-in-with-provider',
  input: ProviderSignIn,
  load: async (tx, { claims, userAgent }, { language, now }) => {
    const known = await lockIdentity(tx, claims.issuer, claims.subject)
    const found = known && (await lockPerson(tx, known.personId))
    if (!known && claims.email) await lockEmail(tx, claims.email)
    const taken = !known && claims.email !== null && (await tx.person.count({ where: { email: claims.email } })) > 0
    const fresh = { id: newId(), name: claims.name.slice(0, 100), email: claims.email ?? '', language }
    const person = found ?? { ...fresh, deactivatedAt: null, demonstration: false, revision: 1 }
    const how = { method: 'oidc', proven: vouchesForSecondFactor(claims.kept.mfaClass), userAgent } as const
    const emailVerifiedAt = claims.emailVerified ? now : null
    return {
      claims,
      known,
      taken,
      fresh: { ...fresh, emailVerifiedAt },
      identity: known?.id ?? newId(),
      first: await firstFactorOf(tx, person, how),
    }
  },
  authorize: () => true,
  decide: (_, { claims, known, taken, identity, first }) => {
    if (!known && claims.email === null) return refuse('identity.no-email')
    if (taken) return refuse('identity.email-taken')
    if (first.person.deactivatedAt) return refuse('identity.deactivated', { status: 403 })
    const step = judgeFirstFactor(first)
    return known ? [step] : [step, happened.arrived(first.person.id, { identity })]
  },
  apply: async (tx, [step], { claims, known, fresh, identity, first }, ctx) => {
    if (!step || step.type === 'identity.person-arrived') throw new Error('decided without a step')
    const { issuer, subject, kept } = claims
    if (known) await keepClaims(tx, identity, kept, ctx.now)
    else {
      await tx.person.create({ data: { ...fresh, createdAt: ctx.now }, select: { id: true } })
      await linkIdentityTo(tx, { id: identity, personId: fresh.id, issuer, subject, kept }, ctx.now)
    }
    await vouchOrcid(tx, first.person.id, kept.orcid)
    return admit(tx, step, first, ctx)
  },
})

/** Links a provider's identity to the account that is signed in. Refuses: identity.identity-linked-elsewhere, identity.confirm-first: what
 * it vouches for would count as a second factor. */
export const linkIdentity = own({
  name: 'identity.link-identity',
  input: ProviderLink,
  load: async (tx, { person, sessionId, input: { claims } }) => ({
    standing: await standingOf(tx, person.id, sessionId),
    known: await lockIdentity(tx, claims.issuer, claims.subject),
    id: newId(),
  }),
  decide: ({ now }, { person, more: { known, id, standing } }) => {
    const fault = judgeNewProof(standing, now)
    if (fault) return refuse(fault, { status: 403 })
    if (known && known.personId !== person.id) return refuse('identity.identity-linked-elsewhere')
    return happened.identityLinked(person.id, { identity: known?.id ?? id })
  },
  apply: async (tx, _, { person, input: { claims }, more: { known, id } }, { now }) => {
    const { issuer, subject, kept } = claims
    if (known) await keepClaims(tx, known.id, kept, now)
    else await linkIdentityTo(tx, { id, personId: person.id, issuer, subject, kept }, now)
    await vouchOrcid(tx, person.id, kept.orcid)
  },
})

/** Unlinks a provider's identity. Refuses: identity.last-way-in where there is neither password nor passkey nor another identity. */
export const unlinkIdentity = own({
  name: 'identity.unlink-identity',
  input: IdentityChoice,
  load: async (tx, { person, input }) => {
    const where = { personId: person.id }
    const identity = await tx.externalIdentity.findFirst({
      where: { ...where, id: input.identity },
      select: { id: true },
    })
    const ways = [
      await tx.externalIdentity.count({ where: { ...where, id: { not: input.identity } } }),
      await tx.passwordCredential.count({ where }),
      await tx.passkey.count({ where }),
    ]
    return identity && { identity, others: ways.reduce((sum, count) => sum + count, 0) }
  },
  decide: (_, { person, more: { identity, others } }) =>
    others > 0 ? happened.identityUnlinked(person.id, { identity: identity.id }) : refuse('identity.last-way-in'),
  apply: async (tx, _, { more: { identity } }) => {
    await tx.externalIdentity.delete({ where: { id: identity.id }, select: { id: true } })
  },
})
