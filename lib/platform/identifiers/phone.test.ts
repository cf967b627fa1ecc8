import { expect, it } from 'vitest'
import { normalisePhone } from './phone'

it.each([
  ['+46 13-28 10 00', '+4613281000'],
  ['0046 13 28 10 00', '+4613281000'],
  ['+1 (212) 555-2368', '+12125552368'],
  ['+46 (0)13 28 10 00', '+4613281000'],
  ['013-28 10 00', null],
  ['+46 1', null],
  ['+999 123 456 789', null],
  ['telephone', null],
  ['', null],
])('%s is %s', (text, number) => {
  expect(normalisePhone(text)).toBe(number)
})
