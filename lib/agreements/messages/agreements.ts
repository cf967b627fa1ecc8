import type { Messages } from '@/lib/platform/messages'
import { messages as refusals } from './refusals'

/** Every message of the vocabulary of agreements. */
export const messages = {
  en: { ...refusals.en },
  sv: { ...refusals.sv },
} as const satisfies Messages
