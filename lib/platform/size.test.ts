import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes } from './size'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('sizes', () => {
  it.each([
    [12_300_045_431_422, '12.3 TB'],
    [1_801_482_581_575, '1.80 TB'],
    [10_736_653_047_753, '10.74 TB'],
    [1_563_392_383_669, '1.56 TB'],
    [28_000_000_000, '28.0 GB'],
    [500_800_000_000, '500.8 GB'],
    [500_000_000_000, '500 GB'],
    [999_999_999_999, '1.00 TB'],
    [999, '999 B'],
    [0, '0 B'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(plain(formatBytes(bytes))).toBe(text)
  })

  it('writes a decimal comma in Swedish', () => {
    expect(plain(formatBytes(1_801_482_581_575, 'sv'))).toBe('1,80 TB')
  })

  it('within-half-a-unit: the text is never further off than rounding to two decimals', () => {
    const power = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        const [number = '', unit = ''] = plain(formatBytes(bytes)).split(' ')
        const scale = power[unit as keyof typeof power]
        expect(Math.abs(Number(number) * scale - bytes)).toBeLessThanOrEqual(scale * 0.00500001)
        expect(Number(number)).toBeLessThan(1000)
      }),
    )
  })
})
