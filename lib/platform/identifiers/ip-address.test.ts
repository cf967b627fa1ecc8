import { expect, it } from 'vitest'
import { readIpAddress } from './ip-address'

it.each([
  ['130.236.251.100', '130.236.251.100', 'public'],
  ['2001:6b0:17::1', '2001:6b0:17::1', 'public'],
  ['2001:06B0:0017:0000::0001', '2001:6b0:17::1', 'public'],
  ['::ffff:130.236.251.100', '130.236.251.100', 'public'],
  ['10.0.0.1', '10.0.0.1', 'private'],
  ['172.16.31.4', '172.16.31.4', 'private'],
  ['192.168.1.1', '192.168.1.1', 'private'],
  ['127.0.0.1', '127.0.0.1', 'private'],
  ['169.254.0.9', '169.254.0.9', 'private'],
  ['100.64.0.1', '100.64.0.1', 'private'],
  ['0.0.0.0', '0.0.0.0', 'private'],
  ['fe80::1', 'fe80::1', 'private'],
  ['fd00::1', 'fd00::1', 'private'],
  ['::1', '::1', 'private'],
  ['::ffff:10.0.0.1', '10.0.0.1', 'private'],
])('%s is %s and %s', (text, address, reach) => {
  expect(readIpAddress(text)).toEqual({ address, reach })
})

it.each(['', '1', '256.1.1.1', '010.1.1.1', '0x7f.0.0.1', '1.2.3', 'fe80::1%eth0', 'example.org', '1.2.3.4/24'])(
  '%s is no address',
  (text) => {
    expect(readIpAddress(text)).toBeNull()
  },
)
