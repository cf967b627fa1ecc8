import { findPersonalNumbers } from '@/lib/platform/identifiers/personal-number'
import { longest } from '../schema/forms'
import { type Finding, wrongs } from './forms-finding'

// Tab and line feed are text; the other control characters, lone surrogates and bidirectional overrides are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const control = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

/** Where something stands: in a field, or in one cell of it. `nth` is the column's place, counted from 1, for people. */
export type Place = {
  readonly field: string
  readonly row: number | null
  readonly column: string | null
  readonly nth?: number
}

export const at = (place: Place, severity: Finding['severity'], message: string): Finding => ({
  field: place.field,
  row: place.row,
  column: place.column,
  severity,
  message,
})

/** Line ends as one sign, and nothing around. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Why these words must not be kept at all, wherever they stand: signs that are no text, a Swedish personal number, far too many. */
export function unstorable(text: string, place: Place): Finding[] {
  if (text.length > longest) return [at(place, 'unstorable', `${wrongs.tooLong}?max=${longest}`)]
  if (control.test(text) || !text.isWellFormed()) return [at(place, 'unstorable', wrongs.control)]
  const number = findPersonalNumbers(text)[0]
  if (number === undefined) return []
  // Places as people count them: from 1.
  const position = `at=${number.index + 1}`
  const message =
    place.row === null
      ? `${wrongs.personalNumber}?${position}`
      : `${wrongs.cellPersonalNumber}?${position}&row=${place.row + 1}&column=${place.nth ?? 1}`
  return [at(place, 'unstorable', message)]
}
