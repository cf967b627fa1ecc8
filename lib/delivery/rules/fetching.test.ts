import { describe, expect, it } from 'vitest'
import type { Verdict } from '@/lib/access/rules/verdict'
import { judgeFetch } from './fetching'

const now = new Date('2026-11-28T12:00:00Z')
const later = new Date('2026-11-28T13:00:00Z')
const grant = { grantId: 'g', requestId: 'r', reference: '2026-0001', reasons: [], until: later }
const yes: Verdict = { may: true, until: later, grant, grants: [grant] }
const no: Verdict = {
  may: false,
  reasons: [
    { code: 'ethics-not-valid', state: 'expired' },
    { code: 'ethics-not-valid', state: 'lapsed' },
  ],
  grants: [],
}
const right = { link: { expiresAt: later }, file: { checked: 'computed' }, verdict: yes, slug: 'ctpa' }

describe('whether a file is sent by a link', () => {
  it.each([
    ['while the verdict says yes', right, { grantId: 'g' }],
    [
      'not once the verdict says no, with each reason once',
      { ...right, verdict: no },
      { code: 'delivery.no-access', details: { reasons: ['ethics-not-valid'] } },
    ],
    [
      'not from the moment on that the link ends',
      { ...right, link: { expiresAt: now } },
      { code: 'delivery.link-over' },
    ],
    [
      'and who lost the right hears of that rather than of the link',
      { ...right, verdict: no, link: { expiresAt: now } },
      { code: 'delivery.no-access' },
    ],
    [
      'not where it is not what was declared',
      { ...right, file: { checked: 'differs' } },
      { code: 'delivery.file-differs' },
    ],
    ['though the checksum is only declared', { ...right, file: { checked: 'declared' } }, { requestId: 'r' }],
  ] as const)('%s', (_, asked, answer) => {
    expect(judgeFetch(asked, now)).toMatchObject(answer)
  })
})
