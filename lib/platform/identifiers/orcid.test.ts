import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOrcid, normaliseOrcid, orcidCheckCharacter } from './orcid'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const orcid = digits(15).map((d) => (d + orcidCheckCharacter(d)).replace(/(.{4})(?=.)/g, '$1-'))

describe('ORCID iDs', () => {
  it.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000-0002-9079-593X\t', '0000-0002-9079-593X'],
    ['https://orcid.org/0000-0002-9079-593x', '0000-0002-9079-593X'],
    ['orcid.org/0000000218250097/', '0000-0002-1825-0097'],
    ['0000–0002–1825–0097', '0000-0002-1825-0097'],
    ['ORCID: 0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000-0002-1825-0098', null],
    ['0000-0002-1825', null],
    ['', null],
  ])('reads %j as %j', (text, plain) => {
    expect(normaliseOrcid(text)).toBe(plain)
  })

  it('one-digit-changed: changing any one digit is noticed', () => {
    fc.assert(
      fc.property(orcid, fc.nat(14), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const plain = id.replaceAll('-', '')
        const changed = plain.slice(0, at) + String((Number(plain[at]) + by) % 10) + plain.slice(at + 1)
        expect(isOrcid(id)).toBe(true)
        expect(normaliseOrcid(changed)).toBeNull()
      }),
    )
  })

  it('normalise-idempotent: what it answers is an iD that stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), orcid), (text) => {
        const plain = normaliseOrcid(text)
        if (plain !== null) expect([isOrcid(plain), normaliseOrcid(plain)]).toEqual([true, plain])
        else expect(isOrcid(text)).toBe(false)
      }),
    )
  })
})
