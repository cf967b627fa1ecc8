import type { Messages } from '@/lib/platform/messages'
import { messages as events } from './events'
import { messages as refusals } from './refusals'
import { messages as terms } from './terms'

/** Every message of the vocabulary of ethics approvals. */
export const messages = {
  en: { ...terms.en, ...refusals.en, ...events.en },
  sv: { ...terms.sv, ...refusals.sv, ...events.sv },
} as const satisfies Messages
