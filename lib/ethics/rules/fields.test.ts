import { expect, test } from 'vitest'
import { type Content, differing, fieldsToCheck } from './fields'
import { allows, permits, type VersionState, type VersionVerb } from './versions'

const content: Content = {
  country: 'SE',
  number: '2021-05794-01',
  authority: 'Etikprövningsmyndigheten',
  title: 'Nodal metastases',
  decision: 'approved',
  conditions: '',
  decidedOn: '2021-11-01',
  legalForceOn: '2021-11-25',
  startedOn: null,
  endsOn: null,
  responsibleResearcher: 'Pia Investigator',
  principalOrganisation: 'Linköping University',
  sites: ['Linköping', 'Lund'],
  purposes: 'Grading',
  dataDescription: 'Whole-slide images',
  claimedDatasets: ['a', 'b'],
}

test('the first time everything that says something is checked', () => {
  const fields = fieldsToCheck(content, null)
  expect(fields).toContain('number')
  expect(fields).not.toContain('conditions')
  expect(fields).not.toContain('startedOn')
})

test('after that only what has changed, what was emptied too', () => {
  expect(fieldsToCheck({ ...content, startedOn: '2022-01-01' }, content)).toEqual(['startedOn'])
  expect(fieldsToCheck(content, { ...content, endsOn: '2026-01-01' })).toEqual(['endsOn'])
  expect(fieldsToCheck(content, content)).toEqual([])
})

test('the order of sites and datasets says nothing', () =>
  expect(differing({ ...content, sites: ['Lund', 'Linköping'], claimedDatasets: ['b', 'a'] }, content)).toEqual([]))

test.each<[VersionState, VersionVerb[]]>([
  ['draft', ['change', 'submit', 'document', 'discard']],
  ['submitted', ['take-back', 'verify', 'return']],
  ['verified', ['change', 'document']],
  ['returned', ['change', 'document']],
])('%s lets be done: %j', (state, verbs) => {
  const all = [...new Set(Object.values(permits).flatMap(({ keeper, officer }) => [...keeper, ...officer]))]
  expect(all.filter((verb) => allows(state, verb)).toSorted()).toEqual(verbs.toSorted())
})
