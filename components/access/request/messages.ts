import type { Messages } from '@/lib/platform/messages'
import { en } from './messages-en'
import { sv } from './messages-sv'

/** What the pages of data access requests and grants say. */
export const messages = { en, sv } as const satisfies Messages
