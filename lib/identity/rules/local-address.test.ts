import { expect, test } from 'vitest'
import { localAddress } from './local-address'

test.each([
  ['/account', '/account'],
  ['/datasets?q=lung&modality=CT#top', '/datasets?q=lung&modality=CT#top'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/\n/evil.example', '/'],
  ['', '/'],
  [undefined, '/'],
  [['/account'], '/'],
])('%j leads to %s', (wanted, address) => expect(localAddress(wanted)).toBe(address))
