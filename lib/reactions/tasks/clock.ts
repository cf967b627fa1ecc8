import 'server-only'
import { readClock } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'

/** Who acts when the time has come: the system, as the clock. */
export const clockContext = (): Context => ({
  actor: { kind: 'system', name: 'clock' },
  now: readClock(),
  requestId: newId(),
  language: 'en',
  onBehalfOf: null,
})

/** A refusal tells that another process was quicker, or that it is due no longer. */
export async function unlessDone(act: Promise<unknown>): Promise<void> {
  await act.catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
}
