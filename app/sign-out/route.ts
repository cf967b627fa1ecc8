import { signOut } from '@/lib/identity/commands/sessions'
import { contextOf, cookieOptions, sessionCookie } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { Refused, statusOf } from '@/lib/platform/refusal'

const header = (name: string, { maxAge, secure }: ReturnType<typeof cookieOptions>) =>
  `${name}=; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** Ends the session of the browser that posts this form and goes to the front page. Refused from another site. */
export async function POST(request: Request): Promise<Response> {
  // Without the session's cookie (another site's form does not bring it) there is nothing to end, and no cookie to take away.
  if (request.headers.get('origin') !== env().PORTAL_ORIGIN) return new Response(null, { status: 403 })
  try {
    const ctx = await contextOf(request)
    if (isPerson(ctx.actor)) await signOut(ctx, {})
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
  const cookie = header(sessionCookie(), cookieOptions(0))
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' },
  })
}
