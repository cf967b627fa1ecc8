import type { Language } from '@/lib/platform/messages'
import { messages } from './messages'

type Key = keyof typeof messages.en
type After<K, Prefix extends string> = K extends `${Prefix}${infer Rest}` ? Rest : never
/** A word of the sheet: the last part of its key. */
export type SheetWord = After<Key, 'booking.sheet.'>
/** Every word of the sheet in one language, its places still in braces: what the browser fills as the selection moves. */
export type SheetWords = Readonly<Record<SheetWord, string>>

const prefix = 'booking.sheet.'

/** The words of the sheet for the browser, which is spared the table of all messages. */
export const sheetWords = (language: Language): SheetWords =>
  Object.fromEntries(
    Object.entries(messages[language]).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  ) as SheetWords
