import { expect, test } from 'vitest'
import { etagOf, isKnown } from './etag'

const etag = etagOf('{"a":1}')

test('the same text has the same strong tag, another text another', () => {
  expect(etag).toMatch(/^"[\w-]{43}"$/)
  expect(etagOf('{"a":1}')).toBe(etag)
  expect(etagOf('{"a":2}')).not.toBe(etag)
})

test.each([
  [null, false],
  ['', false],
  [etag, true],
  [`W/${etag}`, true],
  [`"old", ${etag}`, true],
  ['"old"', false],
  ['*', true],
  [etag.slice(1, -1), false],
])('If-None-Match: %s', (header, known) => expect(isKnown(header, etag)).toBe(known))
