import { expect, test } from 'vitest'
import { address } from './readiness'

test.each(['10.1.2.3', 'vm-a.example.org', 'vm1', '2001:db8::17', ' VM-A.Example.org ', '3com.example'])(
  '%s is where a machine can answer',
  (text) => expect(address.safeParse(text).data).toBe(text.trim().toLowerCase()),
)

test.each([
  '',
  '999.1.1.1',
  '10.1.2',
  'vm a',
  '-vm',
  'vm-',
  'vm..example',
  'vm;rm -rf',
  'user@vm',
  'vm:22',
  'http://vm',
  '-oProxyCommand=x',
  'x'.repeat(64),
])('%s is not', (text) => expect(address.safeParse(text).success).toBe(false))
