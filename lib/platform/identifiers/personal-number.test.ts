import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { addressHoldsPersonalNumber, findPersonalNumbers, maskPersonalNumbers, passesLuhn } from './personal-number'

const two = (n: number) => String(n).padStart(2, '0')
const checked = (nine: string) => [...'0123456789'].map((d) => nine + d).find(passesLuhn) ?? ''

/** A number that exists, with how it may be written. */
const written = fc
  .record({
    year: fc.integer({ min: 1900, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    birth: fc.integer({ min: 1, max: 999 }),
    coordination: fc.boolean(),
    century: fc.boolean(),
    separator: fc.constantFrom('-', '+', '', ' ', '–', ' - '),
  })
  .map((p) => {
    const date = `${two(p.year % 100)}${two(p.month)}${two(p.day + (p.coordination ? 60 : 0))}`
    const ten = checked(date + String(p.birth).padStart(3, '0'))
    const century = p.century ? String(p.year).slice(0, 2) : ''
    return {
      text: `${century}${date}${p.separator}${ten.slice(6)}`,
      kind: p.coordination ? 'coordination' : 'personal',
    }
  })

describe('personal numbers in text', () => {
  it.each([
    ['811218-9876', 0, 'personal'],
    ['Patient 19811218-9876 was', 8, 'personal'],
    ['pnr:8112189876.', 4, 'personal'],
    ['Född 811218+9876', 5, 'personal'],
    ['(1981-12-18-9876)', 1, 'personal'],
    ['811278-9873', 0, 'coordination'],
    ['prov_19811218-9876.pdf', 5, 'personal'],
    ['19811218-9876_left', 0, 'personal'],
    ['8112189876_8112189875', 0, 'personal'],
    ['19811218-9876@example.org', 0, 'personal'],
    ['extra:19811218-9876', 6, 'personal'],
    [`${checked('000229123')} has the leap day of 2000`, 0, 'personal'],
  ])('finds the one in %j', (text, index, kind) => {
    expect(findPersonalNumbers(text)).toMatchObject([{ index, kind }])
  })

  it.each([
    ['a wrong check digit', '811218-9875'],
    ['a month that is none', '811318-9875'],
    ['30 February', checked('810230123')],
    ['29 February of a year without one', `1900${checked('000229123').slice(2)}`],
    ['birth number 000', checked('811218000')],
    ['a longer number', '98112189876'],
    ['a decimal', '3.8112189876'],
    ['a DOI', '10.1080/8112189876'],
    ['an identifier with letters', 'PMC8112189876'],
    ['a SNOMED CT code', '113192009'],
    ['a telephone number', '+46 13 28 20 00'],
    ['dates', '2019-04-08 to 2019-04-09, 20190408'],
  ])('leaves %s alone', (_, text) => {
    expect(findPersonalNumbers(text)).toEqual([])
  })

  it.each([
    ['https://example.org/19811218-9876', true],
    ['https://example.org/?id=811218%2D9876', true],
    ['https://example.org/%31981121%38-9876', true],
    ['https://example.org/a%ff/811218-9875', false],
    ['https://doi.org/10.1080/8112189876', false],
  ])('looks through the address %s', (address, found) => {
    expect(addressHoldsPersonalNumber(address)).toBe(found)
  })

  it('finds none in the register', () => {
    expect(findPersonalNumbers(JSON.stringify(register))).toEqual([])
  })

  it('found-where-it-stands: any number that exists is found between words, at its position', () => {
    const prose = fc.stringMatching(/^[a-zåäö ,.]{0,20}$/)
    fc.assert(
      fc.property(prose, written, prose, (before, { text, kind }, after) => {
        const index = before.length + 1
        const found = findPersonalNumbers(`${before} ${text} ${after}`)
        expect(found).toEqual([{ index, length: text.length, kind }])
      }),
    )
  })

  it('mask-leaves-none: masking keeps the length and leaves no number to find', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            written.map((w) => w.text),
            fc.string(),
          ),
        ),
        (parts) => {
          const text = parts.join(' ')
          const masked = maskPersonalNumbers(text)
          expect(masked.length).toBe(text.length)
          expect(findPersonalNumbers(masked)).toEqual([])
        },
      ),
    )
  })
})
