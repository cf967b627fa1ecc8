import 'server-only'
import { text } from '@/components/messages'
import { linesOf, readField, type Section, sections } from '@/lib/catalogue/rules/draft-form'
import type { RecordField } from '@/lib/catalogue/schema/record'
import { recordFields } from '@/lib/catalogue/schema/record'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import type { Language } from '@/lib/platform/messages'

const isField = (name: string): name is RecordField => recordFields.some((field) => field === name)

const typed = (value: FormDataEntryValue | FormDataEntryValue[] | undefined): string | string[] | undefined =>
  Array.isArray(value)
    ? value.filter((each) => typeof each === 'string')
    : typeof value === 'string'
      ? value
      : undefined

/** The fields of a section as the form has them, those left out whose other value was taken after a collision. */
export function changesOf(form: FormData, section: Section): Record<string, unknown> {
  const values = fieldsOf(form)
  const wanted = sections[section].filter((field) => values[`choose.${field}`] !== 'theirs')
  return Object.fromEntries(wanted.map((field) => [field, readField(field, typed(values[field]))]))
}

/** The fields for which one's own value was chosen after a collision was shown, and at which revision that was. */
export function resolvedBy(form: FormData): { revision: string; mine: RecordField[] } | undefined {
  const revision = form.get('seenRevision')
  if (typeof revision !== 'string' || revision === '') return undefined
  const mine = recordFields.filter((field) => form.get(`choose.${field}`) === 'mine')
  return { revision, mine }
}

/** Errors at `changes.authors.2.orcid` as errors of the field `authors`, with the line of the form that they are about. */
export function errorsByField(state: FormState, form: FormData, language: Language): FormState {
  if (!state.errors) return state
  const errors: Record<string, string[]> = {}
  for (const [path, messages] of Object.entries(state.errors)) {
    const [field = '', member] = path.replace(/^(changes|record)\.?/, '').split('.')
    const lines = linesOf(String(form.get(field) ?? ''))
    const line = member !== undefined && /^\d+$/.test(member) ? lines[Number(member)]?.line : undefined
    const said = messages.map((message) =>
      line === undefined ? message : text(language)('stewardship.line', { line, message }),
    )
    const name = isField(field) ? field : path
    errors[name] = [...new Set([...(errors[name] ?? []), ...said])]
  }
  return { ...state, errors }
}
