import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAgeSpan } from './age'

describe('parseAgeSpan', () => {
  it.each([
    ['45-93', { min: 45, max: 93 }],
    ['22-90 years', { min: 22, max: 90 }],
    ['39 - 79 years, median 67 years', { min: 39, max: 79 }],
    ['18–64 år', { min: 18, max: 64 }],
    ['18 years to 64 years (median 40)', { min: 18, max: 64 }],
    ['15+', { min: 15, max: null }],
    ['≥ 18 years', { min: 18, max: null }],
    ['65 and older', { min: 65, max: null }],
    ['up to 17', { min: 0, max: 17 }],
    ['40', { min: 40, max: 40 }],
    ['93-45', null],
    ['45-930', null],
    ['adults', null],
    ['', null],
    [null, null],
  ])('reads %j', (text, span) => {
    expect(parseAgeSpan(text)).toEqual(span)
  })

  it('ordered: any text gives a span in order within a human life, or none', () => {
    const parts = fc.constantFrom('-', '–', ' ', '+', '≥', 'years', 'to', '1', '9', '40', ',', 'median', 'up to')
    fc.assert(
      fc.property(
        fc.array(parts).map((list) => list.join('')),
        (text) => {
          const span = parseAgeSpan(text)
          if (span === null) return
          expect(span.min).toBeLessThanOrEqual(span.max ?? span.min)
          expect(span.max ?? span.min).toBeLessThanOrEqual(125)
        },
      ),
    )
  })
})
