import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '@/lib/platform/id'
import { mayBeForgotten } from './forgotten'

const id = newId()
const folder = id.slice(-2)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test.each([
  ['what came in just now', `data/uploads/${folder}/${id}`, 0, false],
  ['what came in yesterday', `data/uploads/${folder}/${id}`, 1.9, false],
  ['what came in before that', `data/uploads/${folder}/${id}`, 2.1, true],
  ['what a write left that broke off', `data/uploads/${folder}/${id}.${newId()}.part`, 2.1, true],
  ['what lies in another folder', `data/uploads/${folder === 'ff' ? '00' : 'ff'}/${id}`, 9, false],
  ['what was registered', `data/archive/${folder}/${id}`, 9, false],
  ['what somebody else named', 'data/uploads/aa/images.zip', 9, false],
  ['an id that tells no time', 'data/uploads/00/3f2504e0-4f89-41d3-9a0c-0305e82c3300', 9, false],
] as const)('%s', (_, key, days, may) => {
  expect(mayBeForgotten(key, inDays(days))).toBe(may)
})

test('whatever it is called, nothing that is not the portal’s own is ever forgotten', () => {
  fc.assert(fc.property(fc.string(), (name) => !mayBeForgotten(`data/uploads/${name}`, inDays(9999))))
})
