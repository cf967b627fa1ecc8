import { expect, test } from 'vitest'
import { problemOf } from './passkey-ceremony'

test.each([
  ['NotAllowedError', 'cancelled'],
  ['AbortError', 'cancelled'],
  ['InvalidStateError', 'there'],
  ['NotSupportedError', 'unsupported'],
  ['SecurityError', 'failed'],
])('%s of the browser is told as %s', (name, expected) =>
  expect(problemOf(Object.assign(new Error('x'), { name }))).toBe(expected),
)

test('whatever else is thrown is a failure', () => expect(problemOf('nonsense')).toBe('failed'))
