import { type MessageKey, type Text, text } from '@/components/messages'
import type { Context } from '@/lib/platform/context'
import type { Refusal } from '@/lib/platform/refusal'

type Values = Record<string, string | number>

type Said = { readonly t: Text; readonly language: Context['language']; readonly module: string; readonly name: string }

/** Words that come in both languages, such as the title of a form. */
const isBoth = (value: unknown): value is Record<Context['language'], string> =>
  typeof value === 'object' && value !== null && 'en' in value && 'sv' in value

/** A code that the refusal carries, in words where its module has some: `authority: 'delegate'` of `projects.…` is `projects.authority.delegate`. */
function valueWords(said: Said, value: unknown): string | number | undefined {
  const { t, language, module, name } = said
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((one) => valueWords(said, one)).join(', ')
  if (isBoth(value)) return value[language]
  if (typeof value !== 'string') return undefined
  const key = `${module}.${name}.${value}`
  return t.has(key) ? t(key) : value
}

/** The sentence for a refusal, in the reader's language, from the one table of messages. */
export function sentenceOf({ code, details }: Refusal, { language }: Pick<Context, 'language'>): string {
  const t = text(language)
  const [module = ''] = code.split('.')
  const values: Values = {}
  for (const [name, value] of Object.entries(details)) {
    const words = valueWords({ t, language, module, name }, value)
    if (words !== undefined) values[name] = words
  }
  return t(`refusal.${code}` as MessageKey, values)
}

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
