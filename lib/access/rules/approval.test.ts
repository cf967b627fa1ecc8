import { describe, expect, test } from 'vitest'
import { isDecided, judgeApproval } from './approval'
import { judgeAsked } from './asked'
import { ethicsFacts } from './coverage'
import { answerFields, changesOf, mergedAnswers } from './edits'

const item = (changes: object = {}) => ({
  datasetId: 'd1',
  workflowId: 'w1',
  useFit: 'fits',
  useResolved: null,
  workflow: { decidedBy: 'handler' },
  ...changes,
})
const wanted = [{ id: 'd1', slug: 'ctpa', state: 'published' }]
const covered = { covered: true, approvalId: 'e', number: '1', conditions: [], until: null } as const
const round = (outcome: string | null, changes: object = {}) => ({
  workflowId: 'w1',
  datasetIds: ['d1'],
  outcome,
  setAsideAt: null as Date | null,
  ...changes,
})
const judged = (one = item(), rounds: ReturnType<typeof round>[] = [], coverage: object | null = covered) =>
  judgeApproval([one], wanted, {
    rounds,
    coverage: new Map(coverage ? [['d1', coverage as never]] : []),
    answersWhole: true,
  })?.code ?? null
const before = { setAsideAt: new Date('2026-11-20T12:00:00Z') }

describe('approving a dataset', () => {
  const byDeciders = item({ workflow: { decidedBy: 'deciders' } })
  test.each([
    ['where the handler decides', judged(), null],
    ['where the deciders were not asked', judged(byDeciders), 'access.not-decided'],
    ['where they approved', judged(byDeciders, [round('approve')]), null],
    ['where they rejected', judged(byDeciders, [round('reject')]), 'access.not-decided'],
    ['where they ended undecided after approving', judged(byDeciders, [round('approve'), round('undecided')]), null],
    ['where a later round rejected', judged(byDeciders, [round('approve'), round('reject')]), 'access.not-decided'],
    [
      'where the round was over other datasets',
      judged(byDeciders, [round('approve', { datasetIds: ['d2'] })]),
      'access.not-decided',
    ],
    [
      'where they approved before it was taken up again or reopened',
      judged(byDeciders, [round('approve', before)]),
      'access.not-decided',
    ],
    ['where they approved again after that', judged(byDeciders, [round('reject', before), round('approve')]), null],
    [
      'where answers are left open',
      judgeApproval([item()], wanted, { rounds: [], coverage: new Map(), answersWhole: false })?.code,
      'access.answers-open',
    ],
    ['where the round runs', judged(byDeciders, [round(null)]), 'access.not-decided'],
    ['that no approval covers', judged(item(), [], null), 'access.not-covered'],
    ['against its conditions of use', judged(item({ useFit: 'conflicts' })), 'access.use-conflict'],
    ['that a handler let pass', judged(item({ useFit: 'conflicts', useResolved: 'Asked' })), null],
  ] as const)('%s', (_, code, expected) => expect(code).toBe(expected))

  test('one that was withdrawn, or is not in the request', () => {
    const basis = { rounds: [], coverage: new Map([['d1', covered]]), answersWhole: true }
    expect(judgeApproval([item()], [{ id: 'd1', slug: 'ctpa', state: 'withdrawn' }], basis)?.code).toBe(
      'access.dataset-withdrawn',
    )
    expect(judgeApproval([], wanted, basis)?.code).toBe('access.nothing-waits')
  })

  test('an open or undecided round has decided nothing', () => {
    expect(isDecided(item(), [round(null), round('undecided')])).toBe(false)
  })
})

test.each([
  [undefined, null],
  [{ covered: false, reasons: [{ reason: 'none', approvalId: null, number: null }] }, null],
  [covered, { state: 'valid', covers: true, until: null }],
  [
    { ...covered, conditions: ['Ask again'] },
    { state: 'valid-with-conditions', covers: true, until: null },
  ],
  [
    { covered: false, reasons: [{ reason: 'not-covered', approvalId: 'e', number: '1' }] },
    { state: 'valid', covers: false, until: null },
  ],
  [
    { covered: false, reasons: [{ reason: 'lapsed', approvalId: 'e', number: '1' }] },
    { state: 'lapsed', covers: true, until: null },
  ],
] as const)('coverage %j is %j', (coverage, facts) => expect(ethicsFacts(coverage)).toEqual(facts))

test('an approval that lapsed and does not name the dataset fails by both', () => {
  const lapsed = { covered: false, reasons: [{ reason: 'lapsed', approvalId: 'e', number: '1' }] } as const
  expect(ethicsFacts(lapsed, false)).toEqual({ state: 'lapsed', covers: false, until: null })
})

test('what can be asked for is what is published', () => {
  const found = [
    { slug: 'a', state: 'published' },
    { slug: 'b', state: 'hidden' },
  ]
  expect(judgeAsked(['a'], found)).toBeNull()
  expect(judgeAsked(['a', 'b', 'c'], found)?.details).toEqual({ datasets: ['b', 'c'] })
})

describe('who changed what', () => {
  test('is what differs, field by field', () => {
    const before = { title: 'Nodes', ...answerFields({ study: 'Nodes', rows: [{ a: '1' }] }) }
    const after = { title: 'Nodes', ...answerFields({ study: 'Knees', rows: [{ a: '1' }] }), until: null }
    expect(changesOf(before, after)).toEqual([{ field: 'answers.study', before: 'Nodes', after: 'Knees' }])
  })

  test('a field left out keeps its answer', () => {
    expect(mergedAnswers({ a: '1', b: '2' }, { a: '3', b: '2' })).toEqual({ a: '3', b: '2' })
    expect(mergedAnswers({ a: '1' }, undefined)).toEqual({ a: '1' })
  })
})
