import { expect, test } from 'vitest'
import { isStorable } from './storable'

const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)])

test.each([
  ['text', 'Åsa 🫁 \u{10ffff}', true],
  ['nothing', undefined, true],
  ['numbers, dates and files', { a: 1, b: new Date(0), c: new File(['\0'], 'a.json') }, true],
  ['U+0000', 'a\0b', false],
  ['half of a surrogate pair', 'a\ud83e', false],
  ['U+0000 inside', { a: ['b', { c: '\0' }] }, false],
  ['U+0000 in a name', { 'a\0': 1 }, false],
  ['deep nesting', nested(40), true],
  ['nesting without end', nested(5000), false],
])('%s', (_, value, expected) => {
  expect(isStorable(value)).toBe(expected)
})
