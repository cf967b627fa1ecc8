import type { Messages } from '@/lib/platform/messages'
import { messages as events } from './events'
import { messages as reasons } from './reasons'
import { messages as refusals } from './refusals'

/** Every message of the vocabulary of files and their delivery. */
export const messages = {
  en: { ...refusals.en, ...reasons.en, ...events.en },
  sv: { ...refusals.sv, ...reasons.sv, ...events.sv },
} as const satisfies Messages
