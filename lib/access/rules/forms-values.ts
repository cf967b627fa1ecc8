import { z } from 'zod'
import { readIpAddress } from '@/lib/platform/identifiers/ip-address'
import { normalisePhone } from '@/lib/platform/identifiers/phone'
import type { FormField } from '../schema/forms'
import type { Answer } from '../schema/forms-answers'
import { type Finding, wrongs } from './forms-finding'
import { at, type Place, tidy, unstorable } from './forms-text'

/** An answer as it is kept (undefined: nothing was answered), and what is wrong with it. */
export type Judged = { readonly answer: Answer | undefined; readonly findings: readonly Finding[] }

export const nothing: Judged = { answer: undefined, findings: [] }

const day = z.iso.date()
const email = z.email()

export const isDay = (text: string): boolean => day.safeParse(text).success && text >= '1800-01-01'

const readings: Partial<Record<FormField['kind'], (text: string) => { value: string; wrong: string | null }>> = {
  date: (text) => ({ value: text, wrong: isDay(text) ? null : wrongs.date }),
  email: (text) => ({ value: text.toLowerCase(), wrong: email.safeParse(text).success ? null : wrongs.email }),
  phone: (text) => ({
    value: normalisePhone(text) ?? text,
    wrong: normalisePhone(text) === null ? wrongs.phone : null,
  }),
  'ip-address': (text) => {
    const read = readIpAddress(text)
    const wrong = read === null ? wrongs.ip : read.reach === 'private' ? wrongs.ipPrivate : null
    return { value: read?.address ?? text, wrong }
  },
}

/** Words on one line or several, a day, an address, a number: everything that is answered by typing. */
export function judgeTyped(field: FormField, given: Answer): Judged {
  const place: Place = { field: field.key, row: null, column: null }
  if (typeof given !== 'string') return { answer: undefined, findings: [at(place, 'unstorable', wrongs.shape)] }
  const text = tidy(given)
  if (text === '') return nothing
  const { value, wrong } = readings[field.kind]?.(text) ?? { value: text, wrong: null }
  // A right telephone number is none of a person's, whatever its digits.
  const kept = field.kind === 'phone' && wrong === null ? [] : unstorable(text, place)
  if (kept.length > 0) return { answer: undefined, findings: kept }
  const findings = wrong === null ? [] : [at(place, 'wrong', wrong)]
  if (field.maxLength !== null && value.length > field.maxLength)
    findings.push(at(place, 'wrong', `${wrongs.tooLong}?max=${field.maxLength}`))
  return { answer: value, findings }
}

/** One of the options, or several. */
export function judgeChosen(field: FormField, given: Answer): Judged {
  const place: Place = { field: field.key, row: null, column: null }
  const list = typeof given === 'string' ? [given] : given
  if (!Array.isArray(list) || list.some((one) => typeof one !== 'string'))
    return { answer: undefined, findings: [at(place, 'unstorable', wrongs.shape)] }
  const chosen = [...new Set((list as string[]).filter((key) => key !== ''))]
  if (chosen.length === 0) return nothing
  const isKnown = chosen.every((key) => field.options.some((option) => option.key === key))
  const isOne = field.kind === 'multi-select' || chosen.length === 1
  // A key that is no option says nothing that a person could have meant.
  if (!isKnown || !isOne) return { answer: undefined, findings: [at(place, 'unstorable', wrongs.choice)] }
  return { answer: field.kind === 'option' ? chosen[0] : chosen, findings: [] }
}

/** The ids of files that were handed in for this request. */
export function judgeAttached(field: FormField, given: Answer, known: ReadonlySet<string>): Judged {
  const place: Place = { field: field.key, row: null, column: null }
  const list = typeof given === 'string' ? [given] : given
  if (!Array.isArray(list) || list.some((one) => typeof one !== 'string'))
    return { answer: undefined, findings: [at(place, 'unstorable', wrongs.shape)] }
  const ids = [...new Set((list as string[]).filter((id) => id !== ''))]
  if (ids.length === 0) return nothing
  if (ids.some((id) => !known.has(id)))
    return { answer: undefined, findings: [at(place, 'unstorable', wrongs.attachment)] }
  return { answer: ids, findings: [] }
}
