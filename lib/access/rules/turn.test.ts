import { expect, test } from 'vitest'
import type { State } from './states'
import { type FlowWaiting, turnsOf } from './turn'

const flow = (changes: Partial<FlowWaiting>): FlowWaiting => ({
  workflow: 'A',
  waits: true,
  decisions: false,
  reviews: false,
  ...changes,
})

test.each<[string, State, Partial<FlowWaiting>[], object[]]>([
  ['its handler’s, where nobody was asked', 'submitted', [{}], [{ workflow: 'A', turn: 'handler' }]],
  ['its reviewers’', 'submitted', [{ reviews: true }], [{ workflow: 'A', turn: 'reviewers' }]],
  [
    'its deciders’, before reviewers',
    'submitted',
    [{ reviews: true, decisions: true }],
    [{ workflow: 'A', turn: 'deciders' }],
  ],
  [
    'of each its own, whatever the other asked',
    'submitted',
    [{ decisions: true }, { workflow: 'B' }],
    [
      { workflow: 'A', turn: 'deciders' },
      { workflow: 'B', turn: 'handler' },
    ],
  ],
  [
    'nobody’s where nothing of it waits',
    'submitted',
    [{ waits: false }, { workflow: 'B' }],
    [{ workflow: 'B', turn: 'handler' }],
  ],
  ['nobody’s of the hub while it is mended', 'returned', [{}], []],
])('the turn within a workflow is %s', (_, state, flows, turns) =>
  expect(turnsOf(state, flows.map(flow))).toEqual(turns),
)
