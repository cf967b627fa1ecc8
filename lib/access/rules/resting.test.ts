import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RestingFacts, restingOn } from './resting'

const now = new Date('2026-11-28T12:00:00Z')
const at = (days: number) => new Date(now.getTime() + days * 86_400_000)
const facts: RestingFacts = {
  ethics: [{ slug: 'ctpa', word: 'covered', until: at(400) }],
  project: { state: 'active', startsAt: at(-10), endsAt: at(500) },
  missingAgreements: [],
  members: [{ name: 'Dana', accountOpen: true, owesUserTerms: false, owedTerms: 0 }],
  wantedUntil: at(300),
}
const told = (changed: Partial<RestingFacts>) =>
  restingOn({ ...facts, ...changed }, now)
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ on, verdict, about, word }) => [on, verdict, about, word])

describe('What a grant would rest on', () => {
  test('holds: every kind of condition is told once', () => {
    expect(restingOn(facts, now).map(({ on, verdict }) => `${on} ${verdict}`)).toEqual([
      'ethics ok',
      'project ok',
      'agreements ok',
      'terms ok',
    ])
  })

  const dana = facts.members[0] as RestingFacts['members'][number]
  test.each<[string, Partial<RestingFacts>, unknown[][]]>([
    [
      'an approval that does not name it',
      { ethics: [{ slug: 'ctpa', word: 'not-covered', until: null }] },
      [['ethics', 'no', 'ctpa', 'not-covered']],
    ],
    [
      'an approval that ends within 90 days',
      { ethics: [{ slug: 'ctpa', word: 'covered', until: at(89) }], wantedUntil: at(80) },
      [['ethics', 'soon', 'ctpa', 'covered']],
    ],
    [
      'an approval that ends before the day wished for',
      { ethics: [{ slug: 'ctpa', word: 'covered', until: at(299) }] },
      [['ethics', 'soon', 'ctpa', 'covered']],
    ],
    ['an approval without an end', { ethics: [{ slug: 'ctpa', word: 'covered', until: null }] }, []],
    ['a project that is over', { project: { ...facts.project, endsAt: at(-1) } }, [['project', 'no', null, 'over']]],
    [
      'a project that has not begun',
      { project: { ...facts.project, startsAt: at(1) } },
      [['project', 'no', null, 'to-come']],
    ],
    [
      'a project that ends before the day wished for',
      { project: { ...facts.project, endsAt: at(200) } },
      [['project', 'soon', null, 'running']],
    ],
    [
      'an agreement that is missing',
      { missingAgreements: ['service-agreement'] },
      [['agreements', 'no', null, 'service-agreement']],
    ],
    [
      'terms that a member has not accepted',
      { members: [dana, { ...dana, name: 'Petra', owedTerms: 2 }] },
      [['terms', 'no', 'Petra', 2]],
    ],
    [
      'user terms and a closed account',
      { members: [{ ...dana, accountOpen: false, owesUserTerms: true }] },
      [
        ['account', 'no', 'Dana', null],
        ['user-terms', 'no', 'Dana', null],
      ],
    ],
  ])('%s', (_, changed, expected) => {
    expect(told(changed)).toEqual(expected)
  })

  test('what fails of one part says nothing of another: each line tells its own part alone', () => {
    const any = fc.record({
      word: fc.constantFrom('covered', 'not-covered', 'expired'),
      ends: fc.integer({ min: -5, max: 900 }),
      lacks: fc.boolean(),
      owed: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(any, ({ word, ends, lacks, owed }) => {
        const lines = restingOn(
          {
            ...facts,
            ethics: [{ slug: 'ctpa', word, until: at(ends + 1) }],
            project: { ...facts.project, endsAt: at(ends) },
            missingAgreements: lacks ? ['service-agreement'] : [],
            members: [{ ...dana, owedTerms: owed }],
          },
          now,
        )
        const fails = (on: string) => lines.some((line) => line.on === on && line.verdict === 'no')
        expect(fails('ethics')).toBe(word !== 'covered')
        expect(fails('project')).toBe(ends <= 0)
        expect(fails('agreements')).toBe(lacks)
        expect(fails('terms')).toBe(owed > 0)
      }),
    )
  })
})
