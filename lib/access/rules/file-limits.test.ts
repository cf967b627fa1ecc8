import { expect, it } from 'vitest'
import { fileLimits, judgeFiling } from './file-limits'

const { asking, hub } = fileLimits

it.each([
  ['the first', { files: 0, bytes: 0 }, 10_000_000, false, null],
  ['the last that fits', { files: asking.files - 1, bytes: asking.bytes - 5 }, 5, false, null],
  ['one more', { files: asking.files, bytes: 0 }, 1, false, 'access.too-many-files'],
  ['a byte more', { files: 1, bytes: asking.bytes - 5 }, 6, false, 'access.files-too-large'],
  ['a letter of the hub, when those who ask have filled it', asking, 1, true, null],
  ['the hub’s one more', { files: hub.files, bytes: 0 }, 1, true, 'access.too-many-files'],
  ['the hub’s byte more', { files: 1, bytes: hub.bytes }, 1, true, 'access.files-too-large'],
])('%s', (_, there, size, byHub, code) => {
  expect(judgeFiling(there, size, byHub)?.code ?? null).toBe(code)
})
