import 'server-only'
import { readClock } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'

/** Who acts when the time has come: the system, as the clock. */
export const clockContext = (): Context => ({
  actor: { kind: 'system', name: 'clock' },
  now: readClock(),
  requestId: newId(),
  language: 'en',
  onBehalfOf: null,
})
