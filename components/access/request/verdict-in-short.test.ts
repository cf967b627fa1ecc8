import { expect, test } from 'vitest'
import { text } from '@/components/messages'
import { type AccessFacts, judgeAccess } from '@/lib/access/rules/verdict'
import { verdictInShort } from './verdict-in-short'

const now = new Date('2026-11-28T12:00:00Z')
const facts: AccessFacts = {
  accountOpen: true,
  owesUserTerms: false,
  userTermsUntil: null,
  datasetState: 'published',
  grants: [
    {
      grantId: 'g',
      requestId: 'r',
      reference: '2026-0001',
      requestState: 'approved',
      itemState: 'approved',
      isMember: true,
      endKind: null,
      startsAt: new Date('2026-01-01T00:00:00Z'),
      endsAt: new Date('2027-07-01T00:00:00Z'),
      endedAt: null,
      bars: [],
      project: {
        slug: 'p',
        state: 'active',
        startsAt: new Date('2026-01-01T00:00:00Z'),
        endsAt: new Date('2028-01-01T00:00:00Z'),
      },
      missingAgreements: [],
      agreementsUntil: null,
      owedTerms: [],
      termsUntil: null,
      ethics: { state: 'valid', covers: true, until: null },
      use: { fit: 'fits', resolved: false },
    },
  ],
}
const short = (changed: Partial<AccessFacts>) =>
  verdictInShort(text('en'), 'ctpa', judgeAccess({ ...facts, ...changed }, now))

test('who may use a dataset reads until when and on what it rests, with a link to all of it', () => {
  expect(short({})).toEqual({
    tone: 'ok',
    title: 'You may use this dataset now',
    lines: ['The last day is 2027-06-30, if nothing changes; it rests on request 2026-0001.'],
    href: '/grants/g',
    link: 'What it rests on',
  })
})

test('who has a grant that does not hold reads every reason', () => {
  const [grant] = facts.grants
  const grants = grant ? [{ ...grant, ethics: { state: 'expired', covers: true, until: null } }] : []
  const { tone, lines, href } = short({ grants, owesUserTerms: true })
  expect([tone, href]).toEqual(['stop', '/grants'])
  expect(lines).toHaveLength(2)
  expect(lines).toContain('The hub’s user terms wait for your acceptance.')
})

test('who never asked is told so quietly, and led to asking', () => {
  expect(short({ grants: [] })).toMatchObject({
    tone: 'idle',
    lines: ['No approved request of yours asks for it.'],
    href: '/datasets/ctpa/request',
  })
})
