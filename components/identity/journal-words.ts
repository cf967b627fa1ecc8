import { type Text, table } from '@/components/messages'
import { isRole } from '@/lib/identity/policy'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'

/** Who did it, in words. Whoever signs in is nobody until it is done; the entry is told as theirs. */
export function actorWords(t: Text, { type, subject, actorKind, actor, behalf }: JournalEntry): string {
  const entered = type === 'identity.signed-in' && actorKind === 'anonymous' ? subject : null
  const who =
    entered ??
    (actorKind === 'person'
      ? (actor ?? '')
      : actorKind === 'system'
        ? t('identity.journal.system', { name: actor ?? '' })
        : t(actorKind === 'withheld' ? 'identity.journal.withheld' : 'identity.journal.anonymous'))
  return behalf ? `${who}, ${t('identity.journal.behalf', { name: behalf })}` : who
}

const wordOf = (t: Text, key: string, otherwise: string): string => (t.has(key) ? t(key) : otherwise)

/** What people gave a name in both languages. */
const isBilingual = (value: unknown): value is Readonly<Record<Language, string>> =>
  typeof value === 'object' && value !== null && 'en' in value && 'sv' in value

/** A value of an entry's data as a sentence can hold it: codes that have words of their own are put into words. */
function valueWords(t: Text, module: string, name: string, value: unknown): string | number {
  if (isBilingual(value)) return value[t.language]
  if (typeof value === 'number') return value
  if (Array.isArray(value))
    return value
      .map((one) => wordOf(t, `${module}.field.${one}`, wordOf(t, `projects.authority.${one}`, String(one))))
      .join(', ')
  return name === 'role' && isRole(value)
    ? t(`identity.role.${value}`)
    : wordOf(t, `${module}.${name}.${value}`, wordOf(t, `identity.${name}.${value}`, String(value)))
}

// A sentence may ask for what older entries do not hold.
const blank = Object.fromEntries(['secondFactor', 'recoveryCode', 'occasion', 'method'].map((name) => [name, '']))

const named = [
  'subject',
  'role',
  'slug',
  'version',
  'fields',
  'rank',
  'from',
  'to',
  'state',
  'outcome',
  'person',
  'kind',
  'week',
  'weeks',
  'binds',
  'until',
  'days',
  'authorities',
  'stage',
  'gigabytes',
  'members',
  'country',
  'on',
  'deadline',
  'reference',
  'datasets',
  'dataset',
  'added',
  'removed',
  'answer',
  'deciders',
  'ground',
  'reach',
  'how',
  'cause',
  'turn',
  'processing',
  'name',
  'form',
  'was',
]
const counted = ['rows', 'refused', 'created', 'changed', 'unchanged', 'slots', 'gpus', 'moved', 'displaced', 'cells']
const unknown = {
  ...blank,
  ...Object.fromEntries([...named, ...counted].map((name) => [name, '…'])),
  replacedBy: 'null',
  datasetSlug: 'null',
}

/** What was done, in words: the sentence of the event's type; for a type without one its own name. */
export function entryWords(t: Text, entry: JournalEntry): string {
  const key = `event.${entry.type}`
  if (!t.has(key)) return entry.type
  const module = entry.type.split('.')[0] ?? ''
  const values = Object.entries(entry.data).map(([name, value]) => [name, valueWords(t, module, name, value)])
  return t(key, {
    ...unknown,
    ...Object.fromEntries(values),
    subject: entry.subject ?? entry.subjectId,
    person: entry.person ?? '…',
  })
}

/** The kind of event in words, without what differs from one to the next: “Gave … the role …”. */
export function typeWords(t: Text, type: string): string {
  const key = `event.${type}`
  return t.has(key) ? t(key, unknown).replace(/ \(.*\)$|: …$/, '') : type
}

const types = Object.keys(table.en)
  .filter((key) => key.startsWith('event.'))
  .map((key) => key.slice('event.'.length))
const modules = [...new Set(types.map((type) => type.split('.')[0] ?? ''))]

/** Every kind of event that has a sentence, by the module it belongs to. */
export const typesByModule: ReadonlyMap<string, readonly string[]> = new Map(
  modules.map((module) => [module, types.filter((type) => type.startsWith(`${module}.`))]),
)
