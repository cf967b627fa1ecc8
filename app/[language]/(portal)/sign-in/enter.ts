import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { SignedIn } from '@/lib/identity/commands/first-factor'
import { localAddress } from '@/lib/identity/rules/local-address'
import { cookieName, cookieOptions, keepSession } from '@/lib/identity/session'
import { clientAddress } from '@/lib/platform/client-address'

const year = 365 * 24 * 60 * 60

/** What a sign-in command is told of the browser: never shown, counted or kept as a hash only (the agent is listed with the session). */
export async function visitor(): Promise<{ userAgent: string; address: string; device: string | undefined }> {
  const [head, jar] = await Promise.all([headers(), cookies()])
  return {
    userAgent: head.get('user-agent') ?? '',
    address: clientAddress(new Headers(head)),
    device: jar.get(cookieName('device'))?.value,
  }
}

/** Marks this browser as known for the account. */
export async function rememberDevice(mark: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName('device'), mark, cookieOptions(year))
}

/** Keeps what the sign-in gave and tells where it leads: to the second step, to the enrolment that hub roles wait for, or to `next`. */
export async function afterSignIn(result: SignedIn, next: string): Promise<string> {
  const jar = await cookies()
  if (result.step === 'second-factor') {
    jar.set(cookieName('second-step'), result.token, cookieOptions(600))
    return `/sign-in/second-step?${new URLSearchParams({ next })}`
  }
  jar.set(cookieName('second-step'), '', cookieOptions(0))
  await keepSession(result.token)
  await rememberDevice(result.device)
  return result.owes ? '/account/security?needed=roles' : next
}

/** The same for a form's action, which goes there. */
export async function enter(result: SignedIn, wanted: unknown): Promise<never> {
  redirect(await afterSignIn(result, localAddress(wanted)))
}
