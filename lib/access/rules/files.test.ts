import { expect, test } from 'vitest'
import { type FilePlace, seesFile } from './files'

const places: Record<string, FilePlace> = {
  'of the draft': { fieldKey: null, remark: null },
  'that answers an open field': { fieldKey: 'protocol', remark: null },
  'that answers a private field': { fieldKey: 'budget', remark: null },
  'of a remark to everybody': { fieldKey: null, remark: { isPublic: true } },
  'of a remark of the hub’s own': { fieldKey: null, remark: { isPublic: false } },
}

test.each([
  ['of the draft', true, true, true],
  ['that answers an open field', true, true, true],
  ['that answers a private field', true, true, false],
  ['of a remark to everybody', true, true, true],
  ['of a remark of the hub’s own', false, true, true],
])('a file %s is seen by those who ask: %s, by the hub: %s, by who was asked: %s', (what, asking, hub, asked) => {
  const place = places[what] as FilePlace
  const hidden = new Set(['budget'])
  const seen = (['asking', 'hub', 'asked', 'outside'] as const).map((side) => seesFile(place, side, hidden))
  expect(seen).toEqual([asking, hub, asked, false])
})
