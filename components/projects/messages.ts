import type { Messages } from '@/lib/platform/messages'
import { messages as desk } from './messages/desk'
import { messages as directory } from './messages/directory'
import { en } from './messages/en'
import { sv } from './messages/sv'

/** The words of the projects' pages. */
export const messages = {
  en: { ...en, ...directory.en, ...desk.en },
  sv: { ...sv, ...directory.sv, ...desk.sv },
} as const satisfies Messages
