import { z } from 'zod'
import { normaliseOrcid } from '@/lib/platform/identifiers/orcid'
import { email } from './text'

const words = z.preprocess(
  (value) => (value === undefined || value === null ? [] : [value].flat()),
  z.array(z.string().max(1000)).max(200),
)
const word = z.string().max(1000).optional()

/**
 * What an OpenID provider says (OpenID Connect Core 1.0 §5.1, AARC-G026/G027, REFEDS assurance), as the portal keeps it. A single
 * value and a list of one mean the same; an ORCID iD that does not check is left out; the rest of the claims is not kept.
 */
export const ProviderClaims = z
  .object({
    issuer: z.string().min(1).max(500),
    sub: z.string().min(1).max(500),
    name: word,
    given_name: word,
    family_name: word,
    email: email.optional().catch(undefined),
    email_verified: z.boolean().optional().catch(undefined),
    acr: word.catch(undefined),
    eduperson_entitlement: words,
    voperson_external_affiliation: words,
    eduperson_assurance: words,
    eduperson_orcid: words,
    schac_home_organization: words,
  })
  .transform((claims) => ({
    issuer: claims.issuer,
    subject: claims.sub,
    email: claims.email ?? null,
    // Said in so many words, or not at all: silence proves no address.
    emailVerified: claims.email_verified === true,
    name:
      (claims.name ?? [claims.given_name, claims.family_name].filter(Boolean).join(' ')).trim() || (claims.email ?? ''),
    kept: {
      affiliation: claims.voperson_external_affiliation,
      entitlement: claims.eduperson_entitlement,
      assurance: claims.eduperson_assurance,
      orcid: claims.eduperson_orcid.map(normaliseOrcid).find((orcid) => orcid !== null) ?? null,
      homeDomain: claims.schac_home_organization[0] ?? null,
      mfaClass: claims.acr ?? null,
    },
  }))

export const ProviderSignIn = z.object({ claims: ProviderClaims, userAgent: z.string().max(1000).default('') })
export const ProviderLink = z.object({ claims: ProviderClaims })
export const IdentityChoice = z.object({ identity: z.uuid() })
