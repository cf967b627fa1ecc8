import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allows, isMove, roles, states, verbs, verbsOf } from './states'
import { isOpenSomewhere, leavesDecision, offAmong, offIn, optional, optionalRoles, switchable } from './switched-off'

const flow = (id: string, ...disabledVerbs: string[]) => ({ id, disabledVerbs })
const review = 'handler/submitted/request-review'
const extend = 'handler/approved/extend'

describe('what is off on a request', () => {
  test.each([
    ['nothing', [flow('a'), flow('b')], ['a', 'b'], []],
    ['what one of two workflows switches off of the whole', [flow('a', review), flow('b')], ['b'], [review]],
    ['not what one of two switches off of its datasets', [flow('a', extend), flow('b')], ['a', 'b'], []],
    ['what all that somebody handles switch off of theirs', [flow('a', extend), flow('b')], ['a'], [extend]],
    ['not what others switch off of theirs', [flow('a', extend), flow('b')], ['b'], []],
    ['what both switch off', [flow('a', extend), flow('b', extend)], ['a', 'b'], [extend]],
    ['nothing with datasets to who handles none', [flow('a', extend)], [], []],
    [
      'what asks is off for all that ask',
      [flow('a', 'applicant/draft/copy-as-new')],
      [],
      ['applicant/draft/copy-as-new'],
    ],
  ])('%s', (_, workflows, handles, off) => {
    expect([...offIn(workflows, handles)]).toEqual(off)
  })

  test.each([
    [[flow('a', extend), flow('b')], 'approved', 'extend', ['a']],
    [[flow('a', extend), flow('b')], 'submitted', 'extend', []],
    [[flow('a', extend), flow('b', extend)], 'approved', 'extend', ['a', 'b']],
  ] as const)('%j in %s: %s is off in %j', (workflows, state, verb, ids) => {
    expect(offAmong(workflows, state, verb)).toEqual(ids)
  })
})

test.each([
  [[flow('a'), flow('b', ...switchable)], true],
  [[flow('b', ...switchable)], false],
  [[flow('b', 'handler/rejected/reopen')], true],
  [[], false],
])('%j lets handlers reopen somewhere: %s', (workflows, open) => {
  expect(isOpenSomewhere(workflows, 'reopen')).toBe(open)
})

test.each([
  [[], 'deciders', true],
  [['handler/submitted/request-decision'], 'handler', true],
  [['handler/submitted/request-decision'], 'deciders', false],
  [[review], 'deciders', true],
])('%j where %s decide leaves a decision: %s', (disabled, by, leaves) => {
  expect(leavesDecision(disabled, by)).toBe(leaves)
})

const someOff = fc.subarray([...switchable])
const state = fc.constantFrom(...states)
const someRoles = fc.subarray([...roles])

describe('whatever a workflow switches off', () => {
  test('gives nobody a verb, and more of it takes more', () => {
    fc.assert(
      fc.property(state, someRoles, someOff, someOff, (at, held, some, more) => {
        const [few, all] = [new Set(some), new Set([...some, ...more])]
        expect(verbsOf(at, held)).toEqual(expect.arrayContaining(verbsOf(at, held, few)))
        expect(verbsOf(at, held, few)).toEqual(expect.arrayContaining(verbsOf(at, held, all)))
      }),
    )
  })

  test('a request moves on as before, but for being reopened and for a dataset more', () => {
    const kept = verbs.filter((verb) => verb !== 'reopen' && verb !== 'change-datasets')
    const off = new Set(switchable)
    for (const from of states)
      for (const verb of kept)
        if (states.some((to) => to !== from && isMove(from, to, verb)))
          expect(roles.filter((role) => allows(from, [role], verb, off))).toEqual(
            roles.filter((role) => allows(from, [role], verb)),
          )
  })

  test('a member never has what the applicant has not', () => {
    fc.assert(
      fc.property(state, someOff, (at, some) => {
        const off = new Set(some)
        const members = verbsOf(at, ['member'], off).filter((verb) => verbsOf(at, ['applicant']).includes(verb))
        expect(verbsOf(at, ['applicant'], off)).toEqual(expect.arrayContaining(members))
      }),
    )
  })

  test('more workflows of a request never give what one of them takes of the whole', () => {
    fc.assert(
      fc.property(someOff, someOff, (one, other) => {
        const [alone, both] = [offIn([flow('a', ...one)], []), offIn([flow('a', ...one), flow('b', ...other)], [])]
        expect([...both]).toEqual(expect.arrayContaining([...alone]))
      }),
    )
  })
})

test('everything that can be switched off is somebody’s in some state', () => {
  for (const role of optionalRoles)
    for (const verb of optional[role])
      expect(switchable.some((at) => at.startsWith(role) && at.endsWith(`/${verb}`))).toBe(true)
  expect(new Set(switchable).size).toBe(switchable.length)
})
