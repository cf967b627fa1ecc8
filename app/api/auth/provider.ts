import 'server-only'
import { cookies, headers } from 'next/headers'
import NextAuth, { type NextAuthConfig, type NextAuthResult } from 'next-auth'
import { linkIdentity, signInWithProvider } from '@/lib/identity/commands/provider'
import { localAddress } from '@/lib/identity/rules/local-address'
import { cookieName, requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isSame, sign } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused } from '@/lib/platform/refusal'
import { afterSignIn } from '../../[language]/(portal)/sign-in/enter'

export const providerId = 'organisation'
const scope =
  'openid profile email eduperson_entitlement voperson_external_affiliation eduperson_assurance eduperson_orcid ' +
  'schac_home_organization ga4gh_passport_v1'

/** Proof that the link was asked for on the account page of this very session. */
export const linkProof = (sessionId: string): string => sign('link', sessionId)

/** The claims of an ID token whose issuer, audience, nonce and times next-auth has checked just before. */
function claimsOf(idToken: string | undefined): Record<string, unknown> {
  const payload = idToken?.split('.')[1]
  return payload ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>) : {}
}

/** Takes the provider's checked answer over into a session of our own; gives the address to go to. next-auth keeps none. */
async function takeOver(claims: Record<string, unknown>): Promise<string> {
  const [ctx, jar, head] = await Promise.all([requestContext(), cookies(), headers()])
  const next = localAddress(jar.get(cookieName('next'))?.value)
  const proof = jar.get(cookieName('link'))?.value
  const { actor } = ctx
  try {
    await limitWrites(actor)
    if (proof && isPerson(actor) && actor.sessionId && isSame(proof, linkProof(actor.sessionId))) {
      await linkIdentity(ctx, { claims })
      return '/account/security?done=linked'
    }
    const userAgent = head.get('user-agent') ?? ''
    return await afterSignIn(await signInWithProvider(ctx, { claims, userAgent }), next)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return `/sign-in?${new URLSearchParams({ problem: error.refusal.code.replace(/^\w+\./, ''), next })}`
  }
}

function configuration(): NextAuthConfig {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, AUTH_SECRET, PORTAL_ORIGIN } = env()
  process.env.AUTH_URL = PORTAL_ORIGIN
  return {
    secret: AUTH_SECRET,
    basePath: '/api/auth',
    trustHost: true,
    session: { strategy: 'jwt' },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      error: (error) => log().warn({ kind: error.name }, 'sign-in through the provider failed'),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      {
        id: providerId,
        name: OIDC_NAME,
        type: 'oidc',
        issuer: OIDC_ISSUER,
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
        checks: ['pkce', 'state', 'nonce'],
        // The attributes come from the userinfo endpoint; the ID token is checked all the same and says how strong the sign-in was.
        idToken: false,
        authorization: { params: { scope } },
        profile: ({ sub }) => ({ id: sub }),
      },
    ],
    callbacks: {
      signIn: ({ account, profile }) => {
        const { iss, acr } = claimsOf(account?.id_token)
        return takeOver({ ...profile, issuer: iss, acr })
      },
    },
  }
}

/** next-auth speaks OpenID Connect for us (PKCE, state, nonce, token checks) and nothing more: no session of its own is ever made. */
const auth: NextAuthResult = NextAuth(() => configuration())
export const { handlers } = auth

/** The provider's address to send the browser to, with the cookies for its return set. */
export const providerAddress = async (): Promise<string> =>
  String(await auth.signIn(providerId, { redirect: false, redirectTo: '/' }))
