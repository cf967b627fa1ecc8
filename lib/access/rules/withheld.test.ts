import { expect, test } from 'vitest'
import { happened } from '../events/requests'
import { askersFacts, insideFacts, isWithheld, marked, personalFacts, unsignedFacts } from './withheld'

test.each([
  [{ withheld: false, hides: false, byAsker: false }, false],
  [{ withheld: false, hides: true, byAsker: false }, true],
  [{ withheld: false, hides: true, byAsker: true }, false],
  [{ withheld: true, hides: false, byAsker: false }, true],
  [{ withheld: true, hides: true, byAsker: true }, true],
])('%j is withheld: %s', (act, withheld) => {
  expect(isWithheld(act)).toBe(withheld)
})

test('what those who ask do is something that happens', () => {
  const facts = Object.values(happened).map((make): { type: string } => Reflect.apply(make, undefined, ['id', {}]))
  const types = facts.map(({ type }) => type)
  expect(
    [...askersFacts, ...insideFacts, ...unsignedFacts, ...personalFacts].filter((type) => !types.includes(type)),
  ).toEqual([])
  expect(askersFacts.filter((type) => insideFacts.includes(type))).toEqual([])
})

test('an entry is marked where handlers are kept from those who ask, and they are told of it', () => {
  const request = { id: 'r', reference: '2026-0001' }
  const [told, inside] = [happened.closed(request, {}), happened.reviewed(request, { task: 't', answer: 'approve' })]
  expect(marked(told, true).data).toEqual({ reference: '2026-0001', withheld: 'yes' })
  expect(marked(told, false)).toBe(told)
  expect(marked(inside, true)).toBe(inside)
})
