import 'server-only'
import { readClock } from '@/lib/platform/clock'
import { anonymous, type Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import type { Language } from '@/lib/platform/messages'

/** The context of pages that are the same for everyone: nobody acts, and neither cookies nor headers are read. */
export const publicContext = (language: Language): Context => ({
  actor: anonymous,
  now: readClock(),
  requestId: newId(),
  language,
  onBehalfOf: null,
})
