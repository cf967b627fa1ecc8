import { expect, test } from 'vitest'
import type { Assignment } from './assignments'
import { worksOn } from './works-on'

const assigned = (personId: string, deputyId: string | null = null): Assignment => ({
  workflowId: 'w',
  personId,
  role: 'handler',
  awayFrom: null,
  awayUntil: null,
  deputyId,
  endedAt: null,
})
const task = (personId: string, state: string) => ({ personId, state })

test.each([
  ['nobody in particular', [assigned('hanna')], [task('rut', 'open')], false],
  ['assigned', [assigned('eva')], [], true],
  ['a deputy, though nobody is away', [assigned('hanna', 'eva')], [], true],
  ['asked', [], [task('eva', 'open')], true],
  ['asked, and has answered', [], [task('eva', 'answered')], true],
  ['asked no more', [], [task('eva', 'withdrawn'), task('eva', 'replaced')], false],
])('somebody who is %s', (_, assignments, tasks, works) => {
  expect(worksOn({ assignments, request: { tasks } }, 'eva')).toBe(works)
})
