import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisOf, partOf, parts, restsOn } from './basis'
import { states } from './states'
import { type AccessFacts, firstEnd, type GrantFacts, judgeAccess, reasonCodes } from './verdict'

const now = new Date('2026-11-27T12:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)

const grant = (changes: Partial<GrantFacts> = {}): GrantFacts => ({
  grantId: 'g1',
  requestId: 'r1',
  reference: '2026-0001',
  requestState: 'approved',
  itemState: 'approved',
  isMember: true,
  startsAt: day(-10),
  endsAt: day(100),
  endedAt: null,
  endKind: null,
  bars: [],
  project: { slug: 'lungs', state: 'active', startsAt: day(-100), endsAt: day(400) },
  missingAgreements: [],
  agreementsUntil: null,
  owedTerms: [],
  termsUntil: null,
  ethics: { state: 'valid', covers: true, until: day(200) },
  use: { fit: 'fits', resolved: false },
  ...changes,
})
const facts = (grants: readonly GrantFacts[], changes: Partial<AccessFacts> = {}): AccessFacts => ({
  accountOpen: true,
  owesUserTerms: false,
  userTermsUntil: null,
  datasetState: 'published',
  grants,
  ...changes,
})
const codes = (of: AccessFacts, at = now) => {
  const verdict = judgeAccess(of, at)
  return verdict.may ? [] : verdict.reasons.map(({ code }) => code)
}

describe('the live verdict', () => {
  test('is yes where nothing stands against it, until the first end of what it rests on', () => {
    expect(judgeAccess(facts([grant()]), now)).toMatchObject({ may: true, until: day(100), grant: { grantId: 'g1' } })
    const shorter = grant({ ethics: { state: 'valid-with-conditions', covers: true, until: day(7) } })
    expect(judgeAccess(facts([shorter]), now)).toMatchObject({ may: true, until: day(7) })
  })

  test.each([
    ['project', { project: { slug: 'lungs', state: 'active', startsAt: day(-100), endsAt: day(9) } }],
    ['ethics', { ethics: { state: 'valid', covers: true, until: day(9) } }],
    ['agreements', { agreementsUntil: day(9) }],
    ['terms', { termsUntil: day(9) }],
    ['grant', { endsAt: day(9), ethics: { state: 'valid', covers: true, until: day(9) } }],
  ] as const)('ends first by %s', (by, changes) => {
    const one = grant(changes as Partial<GrantFacts>)
    expect(judgeAccess(facts([one]), now)).toMatchObject({ may: true, until: day(9) })
    expect(firstEnd(one, facts([one]))).toEqual({ at: day(9), by })
  })

  test('ends with newer user terms that are not accepted', () => {
    const of = facts([grant()], { userTermsUntil: day(9) })
    expect(judgeAccess(of, now)).toMatchObject({ may: true, until: day(9) })
    expect(firstEnd(grant(), of)).toEqual({ at: day(9), by: 'account' })
  })

  const project = grant().project
  test.each([
    ['not-approved', { requestState: 'revoked' }],
    ['not-approved', { itemState: 'rejected' }],
    ['not-a-member', { isMember: false }],
    ['to-come', { startsAt: day(1) }],
    ['ended', { endsAt: day(0) }],
    ['ended', { endedAt: day(-1), endKind: 'closed' }],
    ['revoked', { endedAt: day(0), endKind: 'revoked' }],
    ['suspended', { bars: [{ kind: 'suspended', personal: false }] }],
    ['suspended-for-you', { bars: [{ kind: 'suspended', personal: true }] }],
    ['taken-from-you', { bars: [{ kind: 'revoked', personal: true }] }],
    ['terms', { owedTerms: [{ subject: 'standard', version: 2 }] }],
    ['ethics-none', { ethics: null }],
    ['ethics-not-valid', { ethics: { state: 'unverified', covers: true, until: null } }],
    ['ethics-not-valid', { ethics: { state: 'valid', covers: true, until: day(0) } }],
    ['ethics-not-covering', { ethics: { state: 'valid', covers: false, until: null } }],
    ['project-over', { project: { ...project, state: 'ended' } }],
    ['project-over', { project: { ...project, endsAt: day(0) } }],
    ['project-to-come', { project: { ...project, startsAt: day(1) } }],
    ['agreements', { missingAgreements: ['service-agreement'] }],
    ['use-conflict', { use: { fit: 'conflicts', resolved: false } }],
  ] as const)('%s: %j', (code, changes) => {
    expect(codes(facts([grant(changes as Partial<GrantFacts>)]))).toEqual([code])
  })

  test.each([
    ['account-closed', { accountOpen: false }],
    ['user-terms', { owesUserTerms: true }],
    ['dataset-withdrawn', { datasetState: 'withdrawn' }],
    ['dataset-not-published', { datasetState: 'draft' }],
  ] as const)('%s whatever the grant', (code, changes) => {
    expect(codes(facts([grant()], changes))).toEqual([code])
  })

  test('no request at all is a reason too', () => expect(codes(facts([]))).toEqual(['no-request']))

  test('a conflict of use that a handler let pass, and a hidden dataset, do not stand against it', () => {
    const use = { fit: 'conflicts', resolved: true }
    expect(codes(facts([grant({ use })], { datasetState: 'hidden' }))).toEqual([])
  })

  test('tells every reason, of the grant that is nearest', () => {
    const far = grant({ grantId: 'g2', isMember: false, ethics: null, endsAt: day(-1) })
    const near = grant({ grantId: 'g3', ethics: null, owedTerms: [{ subject: 'standard', version: 1 }] })
    const verdict = judgeAccess(facts([far, near]), now)
    expect(codes(facts([far, near]))).toEqual(['ethics-none', 'terms'])
    expect(verdict.grants.map(({ reasons }) => reasons.length)).toEqual([3, 2])
  })

  test('of several grants that let in, the longest counts', () => {
    const longer = grant({ grantId: 'g2', endsAt: day(150) })
    expect(judgeAccess(facts([grant(), longer]), now)).toMatchObject({ may: true, until: day(150) })
  })
})

const moment = fc.integer({ min: -400, max: 400 }).map(day)
// Facts are read at the moment at which they are judged: what holds then ends later.
const ahead = fc.integer({ min: 401, max: 800 }).map(day)
const anyGrant: fc.Arbitrary<GrantFacts> = fc.record({
  grantId: fc.constantFrom('g1', 'g2', 'g3'),
  requestId: fc.constant('r'),
  reference: fc.constant('2026-0001'),
  requestState: fc.constantFrom(...states),
  itemState: fc.constantFrom('requested' as const, 'approved' as const, 'rejected' as const),
  isMember: fc.boolean(),
  startsAt: moment,
  endsAt: moment,
  endedAt: fc.option(moment),
  endKind: fc.option(fc.constantFrom('revoked', 'closed')),
  bars: fc.array(
    fc.record({ kind: fc.constantFrom('suspended' as const, 'revoked' as const), personal: fc.boolean() }),
    { maxLength: 2 },
  ),
  project: fc.record({
    slug: fc.constant('lungs'),
    state: fc.constantFrom('active', 'ended'),
    startsAt: moment,
    endsAt: moment,
  }),
  missingAgreements: fc.subarray(['service-agreement']),
  agreementsUntil: fc.option(ahead),
  owedTerms: fc.subarray([{ subject: 'standard', version: 1 }]),
  termsUntil: fc.option(ahead),
  ethics: fc.option(
    fc.record({
      state: fc.constantFrom('valid', 'valid-with-conditions', 'unverified', 'lapsed', 'anything'),
      covers: fc.boolean(),
      until: fc.option(moment),
    }),
  ),
  use: fc.record({ fit: fc.option(fc.constantFrom('fits', 'conflicts', 'needs-a-person')), resolved: fc.boolean() }),
})
const right = anyGrant.map((one) => ({ ...grant(), startsAt: one.startsAt, endsAt: one.endsAt, endedAt: one.endedAt }))
const anyFacts: fc.Arbitrary<AccessFacts> = fc.record({
  accountOpen: fc.boolean(),
  owesUserTerms: fc.boolean(),
  userTermsUntil: fc.option(ahead),
  datasetState: fc.constantFrom('published', 'hidden', 'withdrawn', 'draft'),
  grants: fc.array(fc.oneof(anyGrant, right), { maxLength: 4 }),
})

describe('whatever the facts', () => {
  test('it answers, with a reason for each no, all of them known', () => {
    fc.assert(
      fc.property(anyFacts, moment, (of, at) => {
        const verdict = judgeAccess(of, at)
        if (verdict.may) return
        expect(verdict.reasons.length).toBeGreaterThan(0)
        for (const { code } of verdict.reasons) expect(reasonCodes).toContain(code)
      }),
    )
  })

  test('a yes rests on a grant that approval gave to a member, that runs now, and lasts beyond now', () => {
    fc.assert(
      fc.property(anyFacts, moment, (of, at) => {
        const verdict = judgeAccess(of, at)
        if (!verdict.may) return
        const rests = of.grants.filter(
          (one) => one.isMember && one.itemState === 'approved' && one.startsAt <= at && at < one.endsAt,
        )
        expect(rests.length).toBeGreaterThan(0)
        expect(verdict.until.getTime()).toBeGreaterThan(at.getTime())
      }),
    )
  })

  test('taken apart it says the same: may while every part holds, each reason in one part', () => {
    fc.assert(
      fc.property(anyFacts, moment, (of, at) => {
        for (const { grantId } of of.grants) {
          const alone = judgeAccess({ ...of, grants: of.grants.filter((one) => one.grantId === grantId) }, at)
          const basis = basisOf(of, grantId, at)
          const reasons = basis.parts.flatMap((part) => part.reasons)
          expect([basis.may, basis.until]).toEqual([alone.may, alone.may ? alone.until : null])
          expect(basis.may).toBe(reasons.length === 0)
          if (!alone.may) expect(new Set(reasons)).toEqual(new Set(alone.reasons))
        }
      }),
    )
  })

  test('it acts by itself: a yes is a no from `until` on, unless another grant goes on', () => {
    fc.assert(
      fc.property(fc.array(right, { minLength: 1, maxLength: 1 }), moment, (grants, at) => {
        const of = facts(grants)
        const verdict = judgeAccess(of, at)
        if (!verdict.may) return
        expect(judgeAccess(of, new Date(verdict.until.getTime() - 1)).may).toBe(true)
        expect(judgeAccess(of, verdict.until).may).toBe(false)
      }),
    )
  })

  test('taking something away never turns a no into a yes', () => {
    const worse: Partial<GrantFacts>[] = [
      { isMember: false },
      { ethics: null },
      { itemState: 'rejected' },
      { bars: [{ kind: 'suspended', personal: false }] },
    ]
    fc.assert(
      fc.property(anyFacts, moment, fc.constantFrom(...worse), (of, at, change) => {
        const taken = { ...of, grants: of.grants.map((one) => ({ ...one, ...change })) }
        expect(judgeAccess(taken, at).may).toBe(false)
      }),
    )
  })
})

test('each reason has its part, and every part leads to the grant', () => {
  expect(Object.keys(partOf).toSorted()).toEqual([...reasonCodes].toSorted())
  for (const part of parts) {
    let at = part
    for (let steps = 0; at !== 'grant' && steps < parts.length; steps++) at = restsOn[at]
    expect(at).toBe('grant')
  }
})
