import type { Messages } from '@/lib/platform/messages'
import { messages as asked } from './asked-forms'
import { messages as events } from './requests-events'
import { messages as refusals } from './requests-refusals'
import { messages as systems } from './systems'
import { messages as options } from './workflow-options'

/** Every sentence of requests' and grants' own vocabulary. */
export const messages = {
  en: { ...refusals.en, ...events.en, ...systems.en, ...options.en, ...asked.en },
  sv: { ...refusals.sv, ...events.sv, ...systems.sv, ...options.sv, ...asked.sv },
} as const satisfies Messages
