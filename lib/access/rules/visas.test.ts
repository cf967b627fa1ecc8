import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKeyDue, publishedUntil, visaClaim, visaExpiry, visaLife } from './visas'

const now = new Date('2026-11-28T12:00:00.500Z')
const after = (ms: number) => new Date(now.getTime() + ms)

it.each([
  ['its own hour', after(86_400_000), Math.floor(after(visaLife).getTime() / 1000)],
  ['the end of what it rests on', after(60_000), Math.floor(after(60_000).getTime() / 1000)],
])('a visa ends with %s', (_, until, expected) => {
  expect(visaExpiry(until, now)).toBe(expected)
})

describe('for every end and moment', () => {
  it('a visa outlives neither its hour nor what it rests on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (ms) => {
        const until = after(ms)
        const expires = visaExpiry(until, now) * 1000
        expect(expires).toBeLessThanOrEqual(until.getTime())
        expect(expires).toBeLessThanOrEqual(now.getTime() + visaLife)
        expect(expires).toBeLessThanOrEqual(publishedUntil(now, false).getTime())
      }),
    )
  })
})

it('a key is due after ninety days, and goes at once where others may know it', () => {
  expect(isKeyDue({ createdAt: now }, after(90 * 86_400_000 - 1))).toBe(false)
  expect(isKeyDue({ createdAt: now }, after(90 * 86_400_000))).toBe(true)
  expect(publishedUntil(now, true)).toEqual(now)
})

it('a claim names the dataset by its DOI as an address', () => {
  expect(visaClaim('10.23698/aida/ctpa', 'https://hub.example', now)).toEqual({
    type: 'ControlledAccessGrants',
    value: 'https://doi.org/10.23698/aida/ctpa',
    source: 'https://hub.example',
    by: 'dac',
    asserted: 1795867200,
  })
})
