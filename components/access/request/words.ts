import { entryWords } from '@/components/identity/journal-words'
import type { MessageKey, Text } from '@/components/messages'
import type { Tone } from '@/components/ui/tag'
import type { State } from '@/lib/access/rules/states'
import type { Reason } from '@/lib/access/rules/verdict'
import type { FormContent } from '@/lib/access/schema/forms'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'

const tones: Record<State, Tone> = {
  draft: 'idle',
  submitted: 'wait',
  returned: 'wait',
  approved: 'ok',
  rejected: 'stop',
  withdrawn: 'idle',
  closed: 'idle',
  revoked: 'stop',
}

/** The colour and sign of a request's state. */
export const toneOf = (state: State): Tone => tones[state]

/** A word of a small closed vocabulary, `requests.<what>.<code>`; the code itself where there is none. */
export function wordFor(t: Text, what: string, code: string): string {
  const key = `requests.${what}.${code}`
  return t.has(key) ? t(key) : code
}

/** A reason of a verdict as a sentence. */
export function reasonWords(t: Text, reason: Reason): string {
  const key = `requests.reason.${reason.code}` as MessageKey
  const day = typeof reason.day === 'string' ? reason.day.slice(0, 10) : ''
  const state =
    typeof reason.state === 'string'
      ? wordFor(t, reason.code === 'ethics-not-valid' ? 'ethics' : 'state', reason.state)
      : ''
  return t(key, { day, state, version: Number(reason.version ?? 0) })
}

/** What a field of a draft is called: a column by its word, an answer by the label of its form. */
export function fieldWords(t: Text, language: Language, form: FormContent | null, field: string): string {
  const key = field.replace(/^answers\./, '')
  const asked = form?.fields.find((one) => one.key === key)
  return asked && field !== key ? asked.label[language] : wordFor(t, 'edit', key)
}

const few = 3

/** Fields in a sentence: the first few, and how many more there are. */
export function fieldsInShort(
  t: Text,
  language: Language,
  form: FormContent | null,
  fields: readonly string[],
): string {
  const names = fields.map((field) => fieldWords(t, language, form, field))
  if (names.length <= few + 1) return names.join(', ')
  return t('requests.edits.more', { fields: names.slice(0, few).join(', '), more: names.length - few })
}

/** An entry of a request's story: what was written is told by the labels of its form. */
export function storyWords(t: Text, language: Language, form: FormContent | null, entry: JournalEntry): string {
  const { fields } = entry.data
  if (entry.type !== 'access.draft-saved' || !Array.isArray(fields)) return entryWords(t, entry)
  return entryWords(t, {
    ...entry,
    data: { ...entry.data, fields: fieldsInShort(t, language, form, fields.map(String)) },
  })
}
