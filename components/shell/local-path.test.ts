import { expect, test } from 'vitest'
import { localPath, localPathOf } from './local-path'

test.each([
  ['/datasets?q=ct&modality=CT#hits', '/datasets?q=ct&modality=CT#hits'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['datasets', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/evil.example'],
  ['/a/..//evil.example', '/evil.example'],
  ['javascript:alert(1)', '/'],
  ['/a\r\nset-cookie: x=1', '/aset-cookie:%20x=1'],
])('localPath(%j) is %j', (address, path) => {
  expect(localPath(address)).toBe(path)
})

test.each([
  ['https://hub.example/metrics?a=1', 'hub.example', '/metrics?a=1'],
  ['https://evil.example/metrics', 'hub.example', '/'],
  ['https://hub.example//evil.example', 'hub.example', '/'],
  ['nonsense', 'hub.example', '/'],
  [null, 'hub.example', '/'],
])('localPathOf(%j, %j) is %j', (address, host, path) => {
  expect(localPathOf(address, host)).toBe(path)
})
