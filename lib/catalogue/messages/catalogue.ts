import type { Messages } from '@/lib/platform/messages'
import { messages as duo } from './duo'
import { messages as events } from './events'
import { messages as findings } from './findings'
import { messages as invalid } from './invalid'
import { messages as records } from './records'
import { messages as refusals } from './refusals'
import { messages as search } from './search'

/** Every message of the catalogue's own vocabulary. */
export const messages = {
  en: { ...records.en, ...refusals.en, ...findings.en, ...search.en, ...invalid.en, ...events.en, ...duo.en },
  sv: { ...records.sv, ...refusals.sv, ...findings.sv, ...search.sv, ...invalid.sv, ...events.sv, ...duo.sv },
} as const satisfies Messages
