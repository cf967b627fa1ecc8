import type { Messages } from '@/lib/platform/messages'
import { messages as calendar } from './calendar'
import { messages as machines } from './machines'
import { messages as readiness } from './readiness'

/** Every message of what is around the sheet: machines, readiness, calendars. */
export const messages = {
  en: { ...machines.en, ...readiness.en, ...calendar.en },
  sv: { ...machines.sv, ...readiness.sv, ...calendar.sv },
} as const satisfies Messages
