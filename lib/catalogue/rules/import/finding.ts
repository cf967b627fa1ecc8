import { maskPersonalNumbers } from '@/lib/platform/identifiers/personal-number'

/** Why a value was mended; the sentence is `catalogue.finding.<reason>` in messages. */
export const mendings = [
  'spaces',
  'orcid-form',
  'doi-form',
  'modality-name',
  'sctid-form',
  'uberon-form',
  'licence-name',
  'licence-added',
  'date-form',
  'date-impossible',
  'number-form',
  'version-form',
  'choice-name',
  'url-form',
  'country-name',
  'repeated',
  'derived',
  'differs',
  'noted',
] as const

/** Why a value was refused; the sentence is `catalogue.finding.<reason>` in messages. */
export const refusals = [
  'orcid-wrong',
  'doi-wrong',
  'doi-not-slug',
  'modality-unknown',
  'sctid-wrong',
  'uberon-wrong',
  'licence-unknown',
  'date-wrong',
  'number-wrong',
  'choice-wrong',
  'url-wrong',
  'email-wrong',
  'country-wrong',
  'duo-wrong',
  'not-text',
  'not-a-list',
  'unknown-field',
  'missing',
  'not-a-row',
  'repeated-row',
  'withdrawn',
  'hidden',
  'version-not-greater',
  'moved-on',
  'invalid',
] as const

/** One value that did not go in as it came. */
export interface Finding {
  /** Path in the row, such as `authors.2.orcid`. */
  field: string
  kind: 'mended' | 'refused'
  /** A refused value is left out; a fatal one refuses the whole row. */
  fatal: boolean
  was: string
  became: string | null
  why: (typeof mendings)[number] | (typeof refusals)[number]
  /** For `invalid`: what the schema says, a key of messages, perhaps with values: `catalogue.invalid.x?at=6`. */
  message?: string
}

/** Shows a value in a finding: short, and never a personal number. */
export function shown(value: unknown): string {
  const words = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join('; ') : value
  const text = typeof words === 'string' ? words : (JSON.stringify(words) ?? '')
  const masked = maskPersonalNumbers(text)
  return masked.length > 200 ? `${masked.slice(0, 199)}…` : masked
}

/** Collects the findings of one row. */
export class Findings {
  readonly list: Finding[] = []

  mended(field: string, was: unknown, became: unknown, why: (typeof mendings)[number]): void {
    this.list.push({ field, kind: 'mended', fatal: false, was: shown(was), became: shown(became), why })
  }

  /** The value is left out, the row goes on. */
  refused(field: string, was: unknown, why: (typeof refusals)[number]): null {
    this.list.push({ field, kind: 'refused', fatal: false, was: shown(was), became: null, why })
    return null
  }

  /** The row cannot be taken. */
  fatal(field: string, was: unknown, why: (typeof refusals)[number], message?: string): null {
    const finding: Finding = { field, kind: 'refused', fatal: true, was: shown(was), became: null, why }
    this.list.push(message === undefined ? finding : { ...finding, message })
    return null
  }

  get refusesRow(): boolean {
    return this.list.some((finding) => finding.fatal)
  }
}
