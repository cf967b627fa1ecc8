import type { NextRequest } from 'next/server'
import { env } from '@/lib/platform/env'
import { handlers, providerId } from '../provider'

/** Only the provider's return is answered; next-auth's own pages, sessions and sign-out do not exist here. */
export async function GET(request: NextRequest): Promise<Response> {
  const isReturn = request.nextUrl.pathname === `/api/auth/callback/${providerId}`
  return isReturn && env().OIDC_ISSUER ? handlers.GET(request) : new Response(null, { status: 404 })
}
