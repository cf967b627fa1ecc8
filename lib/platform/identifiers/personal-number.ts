/** Where in a text a Swedish personal or coordination number stands; the number itself is never carried along. */
export interface PersonalNumberFinding {
  /** Index of its first character in the text, counted from 0. */
  index: number
  length: number
  kind: 'personal' | 'coordination'
}

const dash = '[-+\\u2010-\\u2015\\u2212]'
const gap = `[ \\u00a0\\t]?${dash}?[ \\u00a0\\t]?`
// Ten or twelve digits, the date possibly written with hyphens; not glued to letters, nor inside a longer number. An underscore parts
// words: that is how files are named.
const candidate = new RegExp(
  `(?<![\\p{L}\\d])(?<!\\d[./,:\\u2010-\\u2015-])(?:(18|19|20)(\\d{2})-?(\\d{2})-?(\\d{2})|(\\d{2})(\\d{2})(\\d{2}))${gap}(\\d{4})` +
    `(?![\\p{L}\\d])(?![./,:\\u2010-\\u2015-]\\d)`,
  'gu',
)
// A DOI's suffix may hold any digits: 10.1080/17453674.2021.1891512.
const doiName = /10\.\d{4,9}\/[^\s"<>]+/g

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** Luhn's sum over the ten digits; the tenth is right when the whole sum ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const doubled = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function kindOf(centuries: readonly string[], date: string, last: string): PersonalNumberFinding['kind'] | null {
  if (last.startsWith('000') || !passesLuhn(date + last)) return null
  const [yy, month, day] = [date.slice(0, 2), Number(date.slice(2, 4)), Number(date.slice(4, 6))]
  const valid = (d: number) => centuries.some((century) => isDate(Number(century + yy), month, d))
  if (valid(day)) return 'personal'
  return valid(day - 60) ? 'coordination' : null
}

/**
 * Every Swedish personal number (and coordination number: day + 60) written in a text, by SKV 704 and SKV 707: ten or
 * twelve digits, with `-`, `+` or nothing before the last four, a date that exists, and a right check digit.
 */
export function findPersonalNumbers(text: string): PersonalNumberFinding[] {
  const searched = text.replace(doiName, (doi) => 'x'.repeat(doi.length))
  const found: PersonalNumberFinding[] = []
  candidate.lastIndex = 0
  for (let match = candidate.exec(searched); match !== null; match = candidate.exec(searched)) {
    const [whole, century, y4, m4, d4, y2, m2, d2, last] = match
    const date = century === undefined ? `${y2}${m2}${d2}` : `${y4}${m4}${d4}`
    const kind = kindOf(century === undefined ? ['19', '20', '18'] : [century], date, last ?? '')
    if (kind !== null) found.push({ index: match.index, length: whole.length, kind })
    else candidate.lastIndex = match.index + 1
  }
  return found
}

/** Whether a text holds one. */
export const holdsPersonalNumber = (text: string): boolean => findPersonalNumbers(text).length > 0

/** Whether a web address holds one, as it is written or percent-encoded. */
export function addressHoldsPersonalNumber(address: string): boolean {
  const plain = address.replace(/(?:%[0-9a-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded)
    } catch {
      return coded
    }
  })
  return holdsPersonalNumber(address) || holdsPersonalNumber(plain)
}

/** The text with each personal number in it replaced by as many bullets, safe to show in a message. */
export function maskPersonalNumbers(text: string): string {
  let masked = text
  for (const { index, length } of findPersonalNumbers(text)) {
    masked = masked.slice(0, index) + '•'.repeat(length) + masked.slice(index + length)
  }
  return masked
}
