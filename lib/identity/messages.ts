import type { Messages } from '@/lib/platform/messages'
import { messages as account } from './messages/account'
import { messages as journal } from './messages/journal'
import { messages as people } from './messages/people'
import { messages as proofs } from './messages/proofs'
import { messages as refusals } from './messages/refusals'
import { messages as signIn } from './messages/sign-in'

/** Every sentence about people, accounts and what they did. */
export const messages = {
  en: { ...refusals.en, ...signIn.en, ...account.en, ...proofs.en, ...people.en, ...journal.en },
  sv: { ...refusals.sv, ...signIn.sv, ...account.sv, ...proofs.sv, ...people.sv, ...journal.sv },
} as const satisfies Messages
