/** Ages in whole years, both ends included; `max` null means no upper end was stated. */
export interface AgeSpan {
  min: number
  max: number | null
}

const age = '(\\d{1,3})\\s*(?:years?|yrs?|y|år)?'
const span = new RegExp(
  `^${age}\\s*(?:-|\\u2010|\\u2011|\\u2012|\\u2013|\\u2014|\\u2212|to|till)\\s*${age}(?:\\s*[,;(].*)?$`,
  'i',
)
const open = new RegExp(
  `^(?:(?:>=|≥|from|från)\\s*${age}|${age}\\s*(?:\\+|and (?:older|over|up)|och äldre)\\s*(?:years|år)?)$`,
  'i',
)
const below = new RegExp(`^(?:<=|≤|up to|upp till)\\s*${age}$`, 'i')
const single = new RegExp(`^${age}$`, 'i')

const oldest = 125

function within(min: number, max: number | null): AgeSpan | null {
  return min <= (max ?? min) && Math.max(min, max ?? 0) <= oldest ? { min, max } : null
}

/** What a depositor wrote of ages, with the dash of a range between numbers: `45-93` reads `45–93`. */
export const ageWords = (text: string): string => text.replace(/(\d)\s*[-\u2010-\u2012]\s*(?=\d)/g, '$1–')

/** The ages alone, for where there is room for no more: `39 - 79 years, median 67 years` is `39–79`. What says no ages stays. */
export function agesOnly(text: string): string {
  const ages = parseAgeSpan(text)
  if (ages === null) return text
  return ages.max === null ? `${ages.min}+` : ages.min === ages.max ? `${ages.min}` : `${ages.min}–${ages.max}`
}

/**
 * The ages in what a depositor wrote: `45-93`, `39 - 79 years, median 67 years`, `15+`, `≥ 18`. Null when the text says
 * something else, as when it is empty.
 */
export function parseAgeSpan(text: string | null): AgeSpan | null {
  const trimmed = (text ?? '').trim()
  const both = span.exec(trimmed)
  if (both !== null) return within(Number(both[1]), Number(both[2]))
  const from = open.exec(trimmed)
  if (from !== null) return within(Number(from[1] ?? from[2]), null)
  const to = below.exec(trimmed)
  if (to !== null) return within(0, Number(to[1]))
  const one = single.exec(trimmed)
  return one === null ? null : within(Number(one[1]), Number(one[1]))
}
