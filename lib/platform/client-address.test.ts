import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test.each([
  [undefined, 'unknown'],
  ['192.0.2.7', '192.0.2.7'],
  ['203.0.113.9, 192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('X-Forwarded-For %j is counted as %s', (header, address) => {
  expect(clientAddress(new Headers(header ? { 'x-forwarded-for': header } : {}))).toBe(address)
})
