import { describe, expect, it } from 'vitest'
import { startOf } from '@/lib/projects/rules/periods'
import { judgeStart, startOfGrant } from './grants'

const now = new Date('2026-11-28T12:00:00Z')
const end = new Date('2027-01-01T00:00:00Z')

describe('the first day of a grant', () => {
  it.each([
    ['2026-11-27', 'access.invalid.past', now],
    ['2026-11-28', null, now],
    ['2026-11-29', null, new Date('2026-11-29T00:00:00Z')],
    ['2026-12-31', null, new Date('2026-12-31T00:00:00Z')],
    ['2027-01-01', 'access.invalid.after-end', new Date('2027-01-01T00:00:00Z')],
  ])('%s: %s', (day, wrong, start) => {
    const from = startOf(day)
    expect(judgeStart(from, end, now)).toBe(wrong)
    expect(startOfGrant(from, now)).toEqual(start)
  })

  it('is now where none was chosen', () => {
    expect(startOfGrant(null, now)).toBe(now)
  })
})
