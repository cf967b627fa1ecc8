import 'server-only'
import { notFound, redirect } from 'next/navigation'
import type { Context } from '@/lib/platform/context'
import { Refused } from '@/lib/platform/refusal'
import { fieldSentences } from './refusal-text'

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

type Asked<Result> = {
  /** Null where what was typed cannot be understood. */
  readonly shown: Result | null
  /** Sentences by the name of the field they belong to. */
  readonly errors: Readonly<Record<string, readonly string[]>>
}

/** What a form that only shows asked for, or what is wrong with which of its fields. For all else as `show`. */
export async function showAsked<Result>(reading: Promise<Result>, here: string, ctx: Context): Promise<Asked<Result>> {
  try {
    return { shown: await reading, errors: {} }
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'platform.invalid')
      return { shown: null, errors: fieldSentences(error.refusal, ctx) ?? {} }
    return { shown: await show(Promise.reject(error), here), errors: {} }
  }
}
