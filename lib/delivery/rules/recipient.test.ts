import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countryCodes } from '@/lib/catalogue/rules/countries'
import { recipientCountry } from './recipient'

test.each([
  ['NO', 'SE', 'NO'],
  ['Norway', 'SE', 'NO'],
  [' norge ', 'SE', 'NO'],
  ['Tyskland', null, 'DE'],
  ['Made up for the demonstration', 'SE', 'SE'],
  ['', 'DK', 'DK'],
  [null, 'FI', 'FI'],
  [null, null, null],
] as const)('an institution in %j, approved in %j: the record says %j', (stated, authority, country) => {
  expect(recipientCountry({ stated, authority })).toBe(country)
})

test('whatever is stated, the record names a country, and no other than was stated or approved', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.constantFrom(...countryCodes), (stated, authority) => {
      expect(countryCodes.has(recipientCountry({ stated, authority }) ?? '')).toBe(true)
    }),
  )
})
