import type { Messages } from '@/lib/platform/messages'
import { messages as events } from './events'
import { messages as refusals } from './refusals'

/** Every message of the vocabulary of agreements. */
export const messages = {
  en: { ...refusals.en, ...events.en },
  sv: { ...refusals.sv, ...events.sv },
} as const satisfies Messages
