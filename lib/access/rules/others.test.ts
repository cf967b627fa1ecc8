import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { keptOpen, takenBack, waitingAgain } from './others'
import { itemStates } from './states'

const now = new Date('2026-11-28T12:00:00Z')
const item = (datasetId: string, workflowId: string, state: (typeof itemStates)[number]) => ({
  datasetId,
  workflowId,
  state,
})
const [before, after] = [new Date('2026-11-01T00:00:00Z'), new Date('2027-11-01T00:00:00Z')]
const grant = (datasetId: string, endedAt: Date | null, endsAt = after) => ({
  datasetId,
  startsAt: before,
  endsAt,
  endedAt,
})

it.each([
  ['nothing but one’s own', [item('a', 'mine', 'requested')], [], []],
  ['one of others that waits', [item('a', 'mine', 'requested'), item('b', 'theirs', 'requested')], [], ['b']],
  ['one of others that is granted', [item('b', 'theirs', 'approved')], [grant('b', null)], ['b']],
  ['one of others whose grant ended', [item('b', 'theirs', 'approved')], [grant('b', now)], []],
  ['one of others whose grant ran out', [item('b', 'theirs', 'approved')], [grant('b', null, now)], []],
  ['one of others that was rejected', [item('b', 'theirs', 'rejected')], [], []],
  ['one of others that was taken out', [item('b', 'theirs', 'removed')], [], []],
] as const)('what keeps a request open that a handler would close: %s', (_, items, grants, expected) => {
  expect(keptOpen(items, grants, ['mine'], now)).toEqual(expected)
})

it.each([
  ['rejected', ['a']],
  ['approved', ['a']],
  ['requested', ['a']],
  ['removed', []],
] as const)('of what is reopened one’s own waits again, where it was %s', (state, expected) => {
  expect(waitingAgain([item('a', 'mine', state), item('b', 'theirs', state)], ['mine'])).toEqual(expected)
})

it('takes back the running rounds of others, and tells of those alone', () => {
  const rounds = [
    { id: 'own', workflowId: 'mine', closedAt: null },
    { id: 'running', workflowId: 'theirs', closedAt: null },
    { id: 'over', workflowId: 'theirs', closedAt: now },
  ]
  expect(takenBack(rounds, ['mine'])).toEqual(['running'])
})

test('whatever is asked for, a handler’s closing ends nothing of others and reopening undoes nothing of theirs', () => {
  const items = fc.array(
    fc.record({
      datasetId: fc.uuid(),
      workflowId: fc.constantFrom('mine', 'theirs'),
      state: fc.constantFrom(...itemStates),
    }),
  )
  fc.assert(
    fc.property(items, (all) => {
      const grants = all.filter(({ state }) => state === 'approved').map(({ datasetId }) => grant(datasetId, null))
      const ends = keptOpen(all, grants, ['mine'], now).length === 0 ? all : []
      const lost = ends.filter(({ state }) => state === 'requested' || state === 'approved')
      expect(lost.every(({ workflowId }) => workflowId === 'mine')).toBe(true)
      const again = all.filter(({ datasetId }) => waitingAgain(all, ['mine']).includes(datasetId))
      expect(again.every(({ workflowId }) => workflowId === 'mine')).toBe(true)
    }),
  )
})
