import { z } from 'zod'
import { addressHoldsPersonalNumber, findPersonalNumbers } from '@/lib/platform/identifiers/personal-number'
import { invalid } from './invalid'

// Tab and line feed are text; the other control characters, lone surrogates and bidirectional overrides are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const control = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

/** Refuses control characters and Swedish personal numbers. */
export function onlyText(text: string, ctx: z.RefinementCtx<string>) {
  if (control.test(text) || !text.isWellFormed()) ctx.addIssue({ code: 'custom', message: invalid.control })
  const number = findPersonalNumbers(text)[0]
  // Where it stands, counted from 1, goes with the key as people read positions.
  if (number !== undefined)
    ctx.addIssue({ code: 'custom', message: `${invalid.personalNumber}?at=${number.index + 1}` })
}

/** Free text of at most `max` characters: not empty, no control characters, no Swedish personal number. */
export function text(max: number) {
  return z.string(invalid.required).trim().min(1, invalid.required).max(max, invalid.tooLong).superRefine(onlyText)
}

/** As `text`, where an empty field means "not stated" and becomes null. */
export function optionalText(max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    text(max).nullable(),
  )
}

/** A list without repetition (by `keyOf`, else by the value itself). */
export function listOf<T extends z.ZodType>(item: T, max: number, keyOf: (value: z.output<T>) => unknown = (v) => v) {
  return z
    .array(item, invalid.required)
    .max(max, invalid.tooMany)
    .refine((values) => new Set(values.map(keyOf)).size === values.length, invalid.repeated)
}

/** A calendar day that exists, as `2019-04-08`. */
export const isoDate = z.iso.date(invalid.date).refine((day) => day >= '1900-01-01', invalid.date)

/** An address by http or https, without user and password in it. */
export const webAddress = z
  .string(invalid.url)
  .trim()
  .max(2000, invalid.tooLong)
  .refine((address) => /^https?:\/\/[^\s@/]+(\/\S*)?$/i.test(address) && URL.canParse(address), invalid.url)
  .refine((address) => !addressHoldsPersonalNumber(address), invalid.namesSomebody)

/** The letter-case- and accent-blind key under which two spellings are the same word. */
export function wordKey(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv')
}
