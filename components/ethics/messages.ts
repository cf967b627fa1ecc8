import type { Messages } from '@/lib/platform/messages'
import { en } from './messages/en'
import { sv } from './messages/sv'

/** What the pages of ethics approvals say. */
export const messages = { en, sv } as const satisfies Messages
