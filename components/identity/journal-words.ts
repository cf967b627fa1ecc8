import type { MessageKey, Text } from '@/components/messages'
import { isRole } from '@/lib/identity/policy'
import type { JournalEntry } from '@/lib/identity/queries/journal'

/** Who did it, in words. */
export function actorWords(t: Text, { actorKind, actor, behalf }: JournalEntry): string {
  const who =
    actorKind === 'person'
      ? (actor ?? '')
      : actorKind === 'system'
        ? t('identity.journal.system', { name: actor ?? '' })
        : t('identity.journal.anonymous')
  return behalf ? `${who}, ${t('identity.journal.behalf', { name: behalf })}` : who
}

/** A value of an entry's data as a sentence can hold it: codes that have words of their own are put into words. */
function valueWords(t: Text, name: string, value: unknown): string {
  const text = String(value)
  const key = name === 'role' && isRole(value) ? `identity.role.${value}` : `identity.${name}.${text}`
  return t.has(key) ? t(key) : text
}

/** What was done, in words: the sentence of the event's type; for a type without one its own name. */
export function entryWords(t: Text, entry: JournalEntry): string {
  const key = `event.${entry.type}`
  if (!t.has(key)) return entry.type
  const names = ['secondFactor', 'recoveryCode', 'occasion', 'method', 'role'] as const
  const blank = Object.fromEntries(names.map((name) => [name, '']))
  const values = Object.entries(entry.data).map(([name, value]) => [name, valueWords(t, name, value)])
  return t(key as MessageKey, { ...blank, ...Object.fromEntries(values), subject: entry.subject ?? entry.subjectId })
}
