import { expect, it } from 'vitest'
import type { Assignment } from './assignments'
import { mayComeToDecide, takesMore } from './panel'

const task = (roundId: string | null, state: string) => ({ roundId, state })

it.each([
  ['nobody was asked', [], true],
  ['nobody has answered', [task('r', 'open'), task('r', 'withdrawn'), task('r', 'replaced')], true],
  ['somebody has answered in another round', [task('s', 'answered'), task('r', 'open')], true],
  ['a reviewer has answered', [task(null, 'answered'), task('r', 'open')], true],
  ['one has answered', [task('r', 'open'), task('r', 'answered')], false],
])('a round takes deciders while none of it has answered: %s', (_, tasks, expected) => {
  expect(takesMore(tasks, 'r')).toBe(expected)
})

const assignment = (changes: Partial<Assignment>): Assignment => ({
  workflowId: 'w',
  personId: 'hanna',
  role: 'handler',
  awayFrom: null,
  awayUntil: null,
  deputyId: null,
  endedAt: null,
  ...changes,
})

it.each([
  ['somebody from elsewhere', 'greta', [assignment({})], true],
  ['who sent the link', 'hugo', [], false],
  ['who handles', 'hanna', [assignment({})], false],
  ['who stands in for the handler, away or not', 'dora', [assignment({ deputyId: 'dora' })], false],
  ['who reviews', 'rut', [assignment({}), assignment({ personId: 'rut', role: 'reviewer' })], true],
  ['who decides elsewhere', 'dan', [assignment({ personId: 'dan', role: 'decider' })], true],
])('comes to decide by a link or not: %s', (_, id, assignments, expected) => {
  expect(mayComeToDecide({ id, invitedById: 'hugo', assignments })).toBe(expected)
})
