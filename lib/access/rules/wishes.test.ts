import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { answeredBy, unanswered, wishedOf, withAnswer } from './wishes'

const none = { grantedFor: [], declinedFor: [] }
const now = new Date('2026-11-28T12:00:00Z')

it('is for the handlers of what was not ended', () => {
  const items = [
    { datasetId: 'a', workflowId: 'mine' },
    { datasetId: 'b', workflowId: 'theirs' },
    { datasetId: 'c', workflowId: 'mine' },
  ]
  const grants = [
    { datasetId: 'a', endedAt: null },
    { datasetId: 'b', endedAt: now },
    { datasetId: 'c', endedAt: null },
  ]
  expect(wishedOf(grants, items)).toEqual(['mine'])
})

it.each([
  ['the only handler', ['mine'], none, 'declined', 'declined'],
  ['the only handler', ['mine'], none, 'granted', 'granted'],
  ['one of two', ['mine', 'theirs'], none, 'granted', 'open'],
  ['one of two', ['mine', 'theirs'], none, 'declined', 'open'],
  ['the last of two', ['mine', 'theirs'], { grantedFor: ['theirs'], declinedFor: [] }, 'declined', 'granted'],
  ['the last of two', ['mine', 'theirs'], { grantedFor: [], declinedFor: ['theirs'] }, 'declined', 'declined'],
  ['one where nothing runs any more', [], none, 'declined', 'declined'],
] as const)('a wish that %s answers, of %j with %j: %s', (_, wished, wish, as, state) => {
  expect(withAnswer(wished, wish, answeredBy(wished, wish, ['mine']), as).state).toBe(state)
})

test('whoever answers in whatever order, nobody answers for others and it is over when all have', () => {
  const flows = ['a', 'b', 'c']
  const steps = fc.array(fc.tuple(fc.subarray(flows), fc.constantFrom('granted' as const, 'declined' as const)))
  fc.assert(
    fc.property(fc.subarray(flows, { minLength: 1 }), steps, (wished, all) => {
      let wish: { grantedFor: string[]; declinedFor: string[]; state: string } = {
        ...none,
        grantedFor: [],
        declinedFor: [],
        state: 'open',
      }
      const asked = new Set<string>()
      for (const [handles, as] of all) {
        const by = answeredBy(wished, wish, handles)
        if (wish.state !== 'open' || by.length === 0) continue
        for (const id of by) {
          expect(handles).toContain(id)
          asked.add(id)
        }
        wish = withAnswer(wished, wish, by, as)
        expect(wish.state === 'open').toBe(unanswered(wished, wish).length > 0)
        expect(wish.state === 'open').toBe(!wished.every((id) => asked.has(id)))
      }
    }),
  )
})
