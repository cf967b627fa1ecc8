import type { Messages } from '@/lib/platform/messages'
import { messages as calendar } from './calendar'
import { messages as closures } from './closures'
import { messages as machines } from './machines'
import { messages as readiness } from './readiness'

/** Every message of what is around the sheet: machines, readiness, calendars, maintenance. */
export const messages = {
  en: { ...machines.en, ...readiness.en, ...calendar.en, ...closures.en },
  sv: { ...machines.sv, ...readiness.sv, ...calendar.sv, ...closures.sv },
} as const satisfies Messages
