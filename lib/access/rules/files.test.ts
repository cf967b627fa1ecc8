import { expect, test } from 'vitest'
import { FormContent } from '../schema/forms'
import { type FilePlace, reviewedOf, seesFile } from './files'
import { asks } from './forms-written'

const place = (changes: Partial<FilePlace> = {}): FilePlace => ({ id: 'f0', fieldKey: null, remark: null, ...changes })
const places: Record<string, FilePlace> = {
  'of the draft': place(),
  'that answers an open field': place({ id: 'f1', fieldKey: 'protocol' }),
  'that answers a private field': place({ id: 'f2', fieldKey: 'budget' }),
  'for a private field that no answer names yet': place({ fieldKey: 'budget' }),
  'that a private answer names without having been said so': place({ id: 'f3' }),
  'that a private answer names and was said to be open': place({ id: 'f4', fieldKey: 'protocol' }),
  'for a field that is none': place({ fieldKey: 'gone' }),
  'of a remark to everybody': place({ remark: { isPublic: true } }),
  'of a remark of the hub’s own': place({ remark: { isPublic: false } }),
}
const form = FormContent.parse({
  title: { en: 'Form', sv: 'Formulär' },
  fields: [
    asks('protocol', 'attachment', ['Protocol', 'Protokoll']),
    asks('budget', 'attachment', ['Budget', 'Budget'], null, { privateFromReviewers: true }),
  ],
})
const reviewed = reviewedOf(form, { protocol: ['f1'], budget: ['f2', 'f3', 'f4'] })

test.each([
  ['of the draft', true, true, true],
  ['that answers an open field', true, true, true],
  ['that answers a private field', true, true, false],
  ['for a private field that no answer names yet', true, true, false],
  ['that a private answer names without having been said so', true, true, false],
  ['that a private answer names and was said to be open', true, true, false],
  ['for a field that is none', true, true, false],
  ['of a remark to everybody', true, true, true],
  ['of a remark of the hub’s own', false, true, true],
])('a file %s is seen by those who ask: %s, by the hub: %s, by who only reviews: %s', (what, asking, hub, asked) => {
  const sees = (side: 'asking' | 'hub' | 'asked' | 'outside') => seesFile(places[what] as FilePlace, side, reviewed)
  expect([sees('asking'), sees('hub'), sees('asked'), sees('outside')]).toEqual([asking, hub, asked, false])
  // Who decides is on the same side, and nothing is left out.
  expect(seesFile(places[what] as FilePlace, 'asked', null)).toBe(true)
})
