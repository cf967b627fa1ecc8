import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { readClock } from '@/lib/platform/clock'
import { type Actor, anonymous, type Context, type Person } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { Refused, refuse } from '@/lib/platform/refusal'
import { preferredLanguage } from './rules/preferred-language'
import { wholeLife } from './rules/session-life'
import { findSession, findToken, type LiveSession } from './store/sessions'

const isSecure = (): boolean => env().PORTAL_ORIGIN.startsWith('https:')

/** The name of a cookie that proves something; `__Host-` binds it to this very host wherever the portal is served by https. */
export const cookieName = (
  name: 'session' | 'second-step' | 'device' | 'link' | 'next' | 'passkey' | 'registered-for',
): string => (isSecure() ? `__Host-${name}` : name)
export const sessionCookie = (): string => cookieName('session')

/** How every cookie of the portal that proves something is set. */
export const cookieOptions = (seconds: number) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: seconds }) as const

/** Hands the browser the session that a sign-in command opened. For server actions and route handlers. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie(), token, cookieOptions(wholeLife / 1000))
}

const personOf = (found: LiveSession, sessionId: string | null, scopes: string[] | null): Person => ({
  kind: 'person',
  id: found.person_id,
  name: found.name,
  roles: found.roles,
  secondFactor: found.second_factor,
  scopes,
  sessionId,
})

const contextFor = (actor: Actor, now: Date, requestId: string | null, language: Language): Context => ({
  actor,
  now,
  requestId: requestId ?? newId(),
  language,
  onBehalfOf: null,
})

/** Who asks, when and in which language: for server components and actions; one database query, and one per request. */
export const requestContext = cache(async (): Promise<Context> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const now = readClock()
  const token = jar.get(sessionCookie())?.value
  const found = token ? await findSession(token, now) : null
  const chosen = jar.get('language')?.value
  const language = isLanguage(chosen) ? chosen : preferredLanguage(head.get('accept-language'))
  return contextFor(found ? personOf(found, found.id, null) : anonymous, now, head.get('x-request-id'), language)
})

/** Where a credential is shown. */
type Shown = { readonly headers: Pick<Headers, 'get'> }

/** What a context is read from: a Request, or a request of `node:http` in its form. */
export type Asking = { readonly method: string; readonly headers: Pick<Headers, 'get' | 'has'> }

/** The value of one cookie of a request, or undefined. */
export function cookieOf(request: Shown, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

const isRead = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/** A write that rides on a cookie must come from our own pages. */
function demandOwnOrigin(request: Asking): void {
  if (isRead(request.method) || request.headers.get('origin') === env().PORTAL_ORIGIN) return
  throw new Refused(refuse('platform.wrong-origin'))
}

const bearerOf = (request: Shown): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]

async function actorOf(request: Asking, now: Date): Promise<Actor> {
  if (request.headers.has('authorization')) {
    const token = bearerOf(request)
    const found = token ? await findToken(token, now) : null
    // A credential that was shown and does not hold is an error, never an anonymous visit.
    if (!found) throw new Refused(refuse('platform.not-signed-in'))
    return personOf(found, null, found.scopes)
  }
  const token = cookieOf(request, sessionCookie())
  const found = token ? await findSession(token, now) : null
  if (!found) return anonymous
  demandOwnOrigin(request)
  return personOf(found, found.id, null)
}

/**
 * Whether the credential that a request came with still holds, and for the same person: for what goes on long after it was asked for. A
 * session that is asked about is in use, and does not end by idleness meanwhile.
 */
export async function isStillSignedIn(request: Shown, { id }: Person, now: Date): Promise<boolean> {
  const isProgram = request.headers.get('authorization') !== null
  const token = isProgram ? bearerOf(request) : cookieOf(request, sessionCookie())
  if (!token) return false
  const found = isProgram ? await findToken(token, now) : await findSession(token, now)
  return found?.person_id === id
}

/**
 * Who asks by this request: an API token (`Authorization: Bearer …`) or the session's cookie. For route handlers.
 * Throws `Refused`: platform.not-signed-in for a token that does not hold, platform.wrong-origin for a write from another site.
 */
export async function contextOf(request: Asking): Promise<Context> {
  const now = readClock()
  const actor = await actorOf(request, now)
  const chosen = cookieOf(request, 'language')
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get('accept-language'))
  return contextFor(actor, now, request.headers.get('x-request-id'), language)
}
