import { type MessageKey, text } from '@/components/messages'
import type { Context } from '@/lib/platform/context'
import type { Refusal } from '@/lib/platform/refusal'

type Values = Record<string, string | number>
const plain = (details: Refusal['details']): Values =>
  Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )

/** The sentence for a refusal, in the reader's language, from the one table of messages. */
export const sentenceOf = (refusal: Refusal, { language }: Pick<Context, 'language'>): string =>
  text(language)(`refusal.${refusal.code}` as MessageKey, plain(refusal.details))

/** The field messages of an invalid input, message keys turned into sentences; empty for other refusals. */
export function fieldSentences(
  { details }: Refusal,
  { language }: Pick<Context, 'language'>,
): Record<string, string[]> {
  const fields = (details.fields ?? {}) as Record<string, string[]>
  const say = (message: string) => sentenceOfKey(message, language)
  return Object.fromEntries(Object.entries(fields).map(([field, messages]) => [field, messages.map(say)]))
}

/** A message key, perhaps with values behind it (`catalogue.invalid.personal-number?at=6`), as a sentence; others as they are. */
export function sentenceOfKey(message: string, language: Context['language']): string {
  const [, key = '', values = ''] = /^([a-z-]+(?:\.[a-z0-9-]+)+)(?:\?([a-z0-9=&]*))?$/.exec(message) ?? []
  const t = text(language)
  return t.has(key) ? t(key, Object.fromEntries(new URLSearchParams(values))) : message
}
