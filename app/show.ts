import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { Refused } from '@/lib/platform/refusal'

/**
 * What a page shows, or where it leads instead: to sign-in, to the second factor, or to "no such page". `here` is the page's own
 * address, to which sign-in comes back.
 */
export async function show<Result>(reading: Promise<Result>, here: string): Promise<Result> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code } = error.refusal
    if (code === 'platform.not-signed-in') redirect(`/sign-in?${new URLSearchParams({ next: here })}`)
    if (code === 'platform.second-factor') redirect('/account/security?needed=roles')
    if (code === 'platform.not-found' || code === 'platform.invalid') notFound()
    throw error
  }
}
