import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import organisations from '@/prisma/seed/organisations.json'
import { isRor, normaliseRor, rorCheckDigits } from './ror'

const stem = fc.stringMatching(/^0[0-9a-hjkmnp-tv-z]{6}$/)

describe('ROR ids', () => {
  it.each(organisations.verified.map(({ name, ror }) => [name, ror]))('knows that of %s', (_, ror) => {
    expect(isRor(ror)).toBe(true)
  })

  it.each([
    ['05ynxx418', 'https://ror.org/05ynxx418'],
    [' ROR.org/05YNXX418/ ', 'https://ror.org/05ynxx418'],
    ['http://www.ror.org/05ynxx418', 'https://ror.org/05ynxx418'],
    ['05ynxx419', null],
    ['05ynxi418', null],
    ['https://example.org/05ynxx418', null],
    ['', null],
  ])('reads %j as %j', (text, url) => {
    expect(normaliseRor(text)).toBe(url)
  })

  it('check-digits-decide: exactly one pair of digits fits a stem', () => {
    fc.assert(
      fc.property(stem, fc.nat(99), (seven, n) => {
        const pair = String(n).padStart(2, '0')
        expect(isRor(`https://ror.org/${seven}${pair}`)).toBe(pair === rorCheckDigits(seven))
      }),
    )
  })
})
