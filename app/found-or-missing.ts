import { notFound } from 'next/navigation'
import { Refused } from '@/lib/platform/refusal'

const missing = new Set(['platform.not-found', 'platform.invalid'])

/** The answer of a query that a public page shows. An address that no input could have reads "not found", like one that nothing answers to. */
export async function foundOrMissing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused && missing.has(error.refusal.code)) notFound()
    throw error
  }
}
