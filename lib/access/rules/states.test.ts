import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allows, everAllows, isLive, isMove, moves, roles, stateOfItems, states, verbs, verbsOf } from './states'

describe('the table of states, roles and verbs', () => {
  test.each([
    ['draft', 'applicant', 'submit', true],
    ['draft', 'member', 'save-draft', true],
    ['draft', 'member', 'submit', false],
    ['draft', 'handler', 'approve', false],
    ['submitted', 'applicant', 'save-draft', false],
    ['submitted', 'applicant', 'withdraw', true],
    ['submitted', 'handler', 'approve', true],
    ['submitted', 'reviewer', 'approve', false],
    ['submitted', 'decider', 'approve', false],
    ['submitted', 'decider', 'decide', true],
    ['returned', 'handler', 'approve', true],
    ['returned', 'decider', 'decide', false],
    ['approved', 'handler', 'extend', true],
    ['submitted', 'handler', 'suspend', true],
    ['returned', 'handler', 'revoke', true],
    ['returned', 'handler', 'lift', true],
    ['draft', 'handler', 'invite-member', false],
    ['submitted', 'handler', 'invite-member', true],
    ['returned', 'handler', 'add-member', true],
    ['approved', 'handler', 'add-member', true],
    ['approved', 'handler', 'revoke-invitation', true],
    ['rejected', 'handler', 'add-member', false],
    ['closed', 'handler', 'invite-member', false],
    ['approved', 'applicant', 'add-member', false],
    ['submitted', 'reviewer', 'invite-member', false],
    ['submitted', 'applicant', 'ask-renewal', true],
    ['returned', 'applicant', 'close-out', true],
    ['draft', 'applicant', 'close-out', false],
    ['revoked', 'applicant', 'close-out', true],
    ['closed', 'applicant', 'close-out', true],
    ['closed', 'handler', 'close-out', false],
    ['withdrawn', 'handler', 'settle-retention', true],
    ['approved', 'handler', 'revoke', true],
    ['approved', 'applicant', 'close-out', true],
    ['rejected', 'handler', 'reopen', true],
    ['closed', 'handler', 'reopen', true],
    ['closed', 'applicant', 'reopen', false],
    ['withdrawn', 'applicant', 'resume', true],
    ['revoked', 'applicant', 'submit', false],
  ] as const)('%s, %s: %s is %s', (state, role, verb, allowed) => {
    expect(allows(state, [role], verb)).toBe(allowed)
  })

  test('somebody who is nothing to a request can do nothing', () => {
    expect(states.flatMap((state) => verbsOf(state, []))).toEqual([])
  })

  test('more roles never take a verb away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.subarray([...roles]), fc.subarray([...roles]), (state, some, more) => {
        const both = verbsOf(state, [...some, ...more])
        expect(verbsOf(state, some).every((verb) => both.includes(verb))).toBe(true)
      }),
    )
  })

  test('nobody who asks for data has a verb by which the hub decides', () => {
    const hubs = [
      'approve',
      'reject',
      'return',
      'decide',
      'review',
      'extend',
      'revoke',
      'reopen',
      'suspend',
      'lift',
      'add-member',
      'settle-retention',
    ]
    for (const verb of hubs) expect(everAllows(['applicant', 'member'], verb as (typeof verbs)[number])).toBe(false)
  })

  test('every move is by a verb that somebody has in that state', () => {
    for (const from of states)
      for (const by of Object.values(moves[from]))
        for (const verb of by as (typeof verbs)[number][]) expect(allows(from, roles, verb)).toBe(true)
  })

  test('every state can be reached from a draft, and left', () => {
    const reached = new Set(['draft'])
    for (const _ of states)
      for (const from of states) if (reached.has(from)) for (const to of Object.keys(moves[from])) reached.add(to)
    expect([...reached].toSorted()).toEqual([...states].toSorted())
    expect(states.filter((state) => Object.keys(moves[state]).length === 0)).toEqual([])
  })

  test('a request becomes approved by what leaves nothing of it waiting', () => {
    const ways = states.flatMap((from) => verbs.filter((verb) => from !== 'approved' && isMove(from, 'approved', verb)))
    expect(new Set(ways)).toEqual(new Set(['approve', 'reject', 'change-datasets', 'submit']))
  })

  test('who uses the data is the handler’s affair wherever somebody may come to, and no sooner than the hub knows of it', () => {
    for (const state of states)
      for (const verb of ['invite-member', 'add-member', 'revoke-invitation', 'remove-member'] as const)
        expect([state, verb, allows(state, ['handler'], verb)]).toEqual([state, verb, isLive(state)])
  })

  test('wherever a grant that ended can be, those who asked can tell what became of the data, and the handler can note it', () => {
    for (const state of states) {
      expect([state, allows(state, ['applicant'], 'close-out')]).toEqual([state, state !== 'draft'])
      expect([state, allows(state, ['handler'], 'settle-retention')]).toEqual([state, true])
    }
  })

  test('telling it moves only a request that has not ended', () => {
    const ways = states.filter((from) => states.some((to) => from !== to && isMove(from, to, 'close-out')))
    expect(ways).toEqual(states.filter(isLive))
  })

  test('wherever a grant can be in use the handler can stop it, and give it more time', () => {
    for (const state of states)
      for (const verb of ['suspend', 'lift', 'revoke', 'extend', 'decline-renewal', 'close'] as const)
        expect([state, verb, allows(state, ['handler'], verb)]).toEqual([state, verb, isLive(state)])
  })
})

test.each([
  [['requested'], 'submitted'],
  [['removed', 'approved'], 'approved'],
  [['approved', 'requested'], 'submitted'],
  [['approved', 'rejected'], 'approved'],
  [['rejected', 'rejected'], 'rejected'],
  [['rejected', 'revoked'], 'revoked'],
  [['approved', 'revoked'], 'approved'],
  [['revoked', 'requested'], 'submitted'],
] as const)('datasets %j make a request %s', (items, state) => {
  expect(stateOfItems(items)).toBe(state)
})

test.each(states)('in %s a grant is in use only where a request may be approved or wait', (state) => {
  expect(isLive(state)).toBe(['submitted', 'returned', 'approved'].includes(state))
})
