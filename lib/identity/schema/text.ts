import { z } from 'zod'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'

// Control characters, lone surrogates and bidirectional overrides are no text; a name has no line feed either.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const control = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
// Several lines may hold tabs and line feeds besides.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const controlInLines = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/

/** One line of text of at most `max` characters: not empty, no control characters, no Swedish personal number. */
export const line = (max: number) =>
  z
    .string('identity.invalid.required')
    .trim()
    .min(1, 'identity.invalid.required')
    .max(max, 'identity.invalid.too-long')
    .refine((text) => !control.test(text) && text.isWellFormed(), 'identity.invalid.control')
    .refine((text) => !holdsPersonalNumber(text), 'identity.invalid.personal-number')

/** Several lines of text of at most `max` characters: not empty, no control characters, no Swedish personal number. */
export const lines = (max: number) =>
  z
    .string('identity.invalid.required')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'identity.invalid.required')
        .max(max, 'identity.invalid.too-long')
        .refine((text) => !controlInLines.test(text) && text.isWellFormed(), 'identity.invalid.control')
        .refine((text) => !holdsPersonalNumber(text), 'identity.invalid.personal-number'),
    )

/** An empty field means "not stated" and becomes null. */
export const optional = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null)), type.nullable())

/** Some lines that explain a decision: kept in a row, never in the journal. */
export const reason = z
  .string('identity.invalid.reason')
  .trim()
  .min(5, 'identity.invalid.reason')
  .max(1000, 'identity.invalid.too-long')
  .refine((text) => !holdsPersonalNumber(text), 'identity.invalid.personal-number')

/** An e-mail address in lower case, without a Swedish personal number. */
export const email = z
  .string('identity.invalid.email')
  .trim()
  .toLowerCase()
  .max(200, 'identity.invalid.email')
  .pipe(z.email('identity.invalid.email'))
  .refine((address) => !holdsPersonalNumber(address), 'identity.invalid.personal-number')
