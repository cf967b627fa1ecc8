import { cookies } from 'next/headers'
import { linkProof, providerAddress } from '@/app/api/auth/provider'
import { localAddress } from '@/lib/identity/rules/local-address'
import { contextOf, cookieName, cookieOptions } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isSame } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'

/**
 * Sends the browser to the OpenID provider. A link, since a form that leads to another site is stopped by our own policy.
 * `link`: the proof, from the account page, that this session asks for the identity to be linked to its account.
 */
export async function GET(request: Request): Promise<Response> {
  if (!env().OIDC_ISSUER) return new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const { actor } = await contextOf(request)
  const proof = searchParams.get('link') ?? ''
  const links = isPerson(actor) && actor.sessionId !== null && isSame(proof, linkProof(actor.sessionId))
  const jar = await cookies()
  jar.set(cookieName('next'), localAddress(searchParams.get('next')), cookieOptions(600))
  jar.set(cookieName('link'), links ? proof : '', cookieOptions(links ? 600 : 0))
  return new Response(null, {
    status: 303,
    headers: { location: await providerAddress(), 'cache-control': 'no-store' },
  })
}
