import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import { judgeHandover, type Shareable } from './sharing'

const of: Shareable = { startedOn: '2026-02-01', sharedOn: null, country: 'NO' }
const today = '2026-11-28'

describe('that data were handed over is recorded', () => {
  test.each([
    ['on a day of the grant', {}, { sharedOn: '2026-03-01' }, 'NO'],
    ['on its first day', {}, { sharedOn: '2026-02-01' }, 'NO'],
    ['today', {}, { sharedOn: today }, 'NO'],
    ['with the country, said again', {}, { sharedOn: today, country: 'Norge' }, 'NO'],
    ['with the country that the request lacks', { country: null }, { sharedOn: today, country: 'Finland' }, 'FI'],
    ['with its code', { country: null }, { sharedOn: today, country: 'fi' }, 'FI'],
  ])('%s', (_, more, stated, country) => {
    expect(judgeHandover({ ...of, ...more }, stated, today)).toEqual({ country })
  })
})

describe('it is refused', () => {
  test.each([
    ['twice', { sharedOn: '2026-02-02' }, { sharedOn: today }, 'delivery.shared-already', undefined],
    [
      'before the grant',
      {},
      { sharedOn: '2026-01-31' },
      'platform.invalid',
      { sharedOn: ['delivery.invalid.before-grant'] },
    ],
    [
      'for a day to come',
      {},
      { sharedOn: '2026-11-29' },
      'platform.invalid',
      { sharedOn: ['delivery.invalid.to-come'] },
    ],
    [
      'without a country',
      { country: null },
      { sharedOn: today },
      'platform.invalid',
      { country: ['delivery.invalid.country'] },
    ],
    [
      'with what is no country',
      {},
      { sharedOn: today, country: 'Atlantis' },
      'platform.invalid',
      { country: ['delivery.invalid.country'] },
    ],
    [
      'with another country',
      {},
      { sharedOn: today, country: 'SE' },
      'platform.invalid',
      { country: ['delivery.invalid.other-country'] },
    ],
  ])('%s', (_, more, stated, code, fields) => {
    const refused = judgeHandover({ ...of, ...more }, stated, today)
    expect(refused).toMatchObject({ code, ...(fields && { details: { fields } }) })
  })
})

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))

test('what is recorded lies between the first day of the grant and today, whatever is stated', () => {
  const stated = fc.record({ sharedOn: day, country: fc.constantFrom(null, 'SE', 'Norge', 'nowhere') })
  fc.assert(
    fc.property(day, stated, fc.constantFrom(null, 'NO'), (startedOn, said, country) => {
      const judged = judgeHandover({ startedOn, sharedOn: null, country }, said, today)
      if (isRefusal(judged)) return
      expect([startedOn, said.sharedOn, today].toSorted()).toEqual([startedOn, said.sharedOn, today])
      expect(judged.country).toMatch(/^[A-Z]{2}$/)
    }),
  )
})
