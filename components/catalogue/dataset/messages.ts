import type { Messages } from '@/lib/platform/messages'
import { english } from './messages-en'
import { swedish } from './messages-sv'

/** The words of the dataset's own page, its versions, its tombstone and the comparison. */
export const messages = { en: english, sv: swedish } as const satisfies Messages
