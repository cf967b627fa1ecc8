import { expect, test } from 'vitest'
import { freeSlug, reservedSlugs } from './slug'

test.each([
  ['Fellowship: Bröstcancer i MR', [], 'fellowship-brostcancer-i-mr'],
  ['  ~~ ', [], 'project'],
  ['Hjärta', ['hjarta', 'hjarta-2'], 'hjarta-3'],
  ['Apply', [], 'apply-2'],
  [`${'x'.repeat(49)} y`, [], 'x'.repeat(49)],
])('%s beside %j becomes %s', (name, taken, expected) => {
  expect(freeSlug(name, (slug) => (taken as string[]).includes(slug))).toBe(expected)
})

test('an address that is a page is never a project', () => {
  for (const word of reservedSlugs) expect(freeSlug(word, () => false)).toBe(`${word}-2`)
})
