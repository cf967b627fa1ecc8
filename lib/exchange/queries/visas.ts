import 'server-only'
import { type JWK, SignJWT } from 'jose'
import { z } from 'zod'
import { visaScope } from '@/lib/access/policy/systems'
import { judgeAccess } from '@/lib/access/rules/verdict'
import { visaClaim, visaExpiry, visasAtMost } from '@/lib/access/rules/visas'
import { accessFacts, datasetsGranted } from '@/lib/access/store/verdicts'
import { publishedKeys, signingKey, visaAlgorithm } from '@/lib/access/store/visa-keys'
import { doiOf } from '@/lib/catalogue/schema/record'
import { personKnownAs } from '@/lib/identity/store/identities'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { Refused, refuse } from '@/lib/platform/refusal'

type Allowed = { readonly doi: string; readonly since: Date; readonly until: Date }

/** Every dataset that the live verdict lets a person use now, those that last longest first. */
async function allowedTo(personId: string, now: Date): Promise<Allowed[]> {
  const datasets = await datasetsGranted(db(), personId, now)
  const facts = await accessFacts(db(), personId, datasets, now)
  const allowed = datasets.flatMap(({ id, slug }) => {
    const of = facts.get(id)
    const verdict = of && judgeAccess(of, now)
    const grant = verdict?.may && of?.grants.find(({ grantId }) => grantId === verdict.grant.grantId)
    return verdict?.may && grant ? [{ doi: doiOf(slug), since: grant.startsAt, until: verdict.until }] : []
  })
  return allowed.toSorted((a, b) => b.until.getTime() - a.until.getTime()).slice(0, visasAtMost)
}

type Signing = NonNullable<Awaited<ReturnType<typeof signingKey>>>

const visaOf = ({ doi, since, until }: Allowed, subject: string, { id: kid, key }: Signing, now: Date) =>
  new SignJWT({ ga4gh_visa_v1: visaClaim(doi, env().PORTAL_ORIGIN, since) })
    .setProtectedHeader({
      alg: visaAlgorithm,
      typ: 'vnd.ga4gh.visa+jwt',
      kid,
      jku: `${env().PORTAL_ORIGIN}/api/v1/jwk`,
    })
    .setIssuer(env().PORTAL_ORIGIN)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(visaExpiry(until, now))
    .setJti(newId())
    .sign(key)

/**
 * What a person may use now as signed GA4GH visas, one for each dataset for which the live verdict says yes; none for a person of whom
 * it says no throughout. `user` is their id here, or as the hub's login provider knows them; the visas name them as they were asked for.
 * Refuses: platform.unavailable while no key was made yet.
 */
export const permissions = query({
  name: 'exchange.permissions',
  input: z.object({ user: z.string().min(1).max(200) }),
  scope: ({ actor }) => visaScope(actor),
  read: async ({ own, everybody }, { user }, { now }) => {
    const person = await personKnownAs(db(), user, env().OIDC_ISSUER ?? null)
    if (person === null || (person !== own && !everybody)) return null
    const signing = await signingKey(db())
    if (!signing) throw new Refused(refuse('platform.unavailable'))
    const allowed = await allowedTo(person, now)
    return Promise.all(allowed.map((one) => visaOf(one, user, signing, now)))
  },
})

/** The public keys by which visas are checked. For everybody. */
export const jwkSet = query({
  name: 'exchange.jwk-set',
  input: z.object({}),
  scope: () => 'everybody' as const,
  read: (_, __, { now }): Promise<JWK[]> => publishedKeys(db(), now),
})
