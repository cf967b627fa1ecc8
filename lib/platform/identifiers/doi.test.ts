import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doiKey, doiUrl, isDoi, normaliseDoi } from './doi'

describe('DOI names', () => {
  it.each([
    ['10.23698/aida/ctpa', '10.23698/aida/ctpa'],
    ['https://doi.org/10.23698/aida/ctpa', '10.23698/aida/ctpa'],
    ['http://dx.doi.org/10.1016%2FS1470-2045(18)30521-7', '10.1016/S1470-2045(18)30521-7'],
    ['doi:10.1002/mp.12516.', '10.1002/mp.12516'],
    ['DOI: 10.1002/mp.12516 ', '10.1002/mp.12516'],
    ['https://doi.org/%zz', null],
    ['10.23698', null],
    ['10.23698/', null],
    ['11.23698/aida', null],
    ['10.23698/aida ctpa', null],
    ['', null],
  ])('reads %j as %j', (text, doi) => {
    expect(normaliseDoi(text)).toBe(doi)
  })

  it('compares without regard to case and makes an address', () => {
    expect(doiKey('10.1016/S1470')).toBe(doiKey('10.1016/s1470'))
    expect(doiUrl('10.1000/a#b?c')).toBe('https://doi.org/10.1000/a%23b%3Fc')
  })

  it('normalise-idempotent: what it answers is a DOI that stays as it is', () => {
    const doi = fc.stringMatching(/^10\.\d{4}\/[a-zA-Z0-9%().;-]{1,20}$/)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          doi,
          doi.map((d) => `https://doi.org/${d}`),
        ),
        (text) => {
          const bare = normaliseDoi(text)
          if (bare !== null) expect([isDoi(bare), normaliseDoi(bare)]).toEqual([true, bare])
          else expect(isDoi(text)).toBe(false)
        },
      ),
    )
  })
})
