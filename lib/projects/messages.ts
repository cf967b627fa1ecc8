import type { Messages } from '@/lib/platform/messages'
import { messages as events } from './messages/events'
import { messages as invalid } from './messages/invalid'
import { messages as refusals } from './messages/refusals'
import { messages as terms } from './messages/terms'

/** Every sentence of the projects' own vocabulary. */
export const messages = {
  en: { ...terms.en, ...refusals.en, ...invalid.en, ...events.en },
  sv: { ...terms.sv, ...refusals.sv, ...invalid.sv, ...events.sv },
} as const satisfies Messages
