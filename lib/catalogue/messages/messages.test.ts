import { describe, expect, it } from 'vitest'
import { mendings, refusals } from '../rules/import/finding'
import { licenceCodes, termsOf } from '../rules/licences'
import { metricGroups } from '../rules/metrics/table'
import { datasetStates, datasetVerbs } from '../rules/publishing'
import { closedFacets } from '../rules/search/facets'
import { facetLabel } from '../rules/search/labels'
import { invalid } from '../schema/invalid'
import { recordFields } from '../schema/record'
import { facetNames, sortOrders } from '../schema/search'
import { messages } from './catalogue'

const known = Object.keys(messages.en)

describe('the catalogue’s vocabulary has a sentence for', () => {
  it.each<[string, readonly string[]]>([
    ['every field', recordFields.map((field) => `catalogue.field.${field}`)],
    ['every finding', [...mendings, ...refusals].map((why) => `catalogue.finding.${why}`)],
    ['every invalid value', Object.values(invalid)],
    [
      'every facet and order',
      [...facetNames.map((name) => `catalogue.facet.${name}`), ...sortOrders.map((name) => `catalogue.sort.${name}`)],
    ],
    [
      'every state and verb',
      [
        ...datasetStates.map((name) => `catalogue.state.${name}`),
        ...datasetVerbs.map((name) => `catalogue.verb.${name}`),
      ],
    ],
    ['every term', termsOf(licenceCodes).map((term) => `catalogue.term.${term}`)],
    ['every group of the metrics', metricGroups.map((group) => `catalogue.metrics.group.${group}`)],
  ])('%s', (_, keys) => {
    expect(keys.filter((key) => !known.includes(key))).toEqual([])
    expect(keys.length).toBeGreaterThan(3)
  })

  it('every value of the closed facets', () => {
    for (const facet of facetNames) {
      for (const value of closedFacets[facet] ?? [])
        expect(known).toContain(Object.values(facetLabel(facet, value, 'en'))[0])
    }
    expect(known).toContain(Object.values(facetLabel('subject', 'radiology', 'sv'))[0])
  })

  it('values with a name of their own', () => {
    expect([
      facetLabel('modality', 'CT', 'sv'),
      facetLabel('organ', 'lung', 'sv'),
      facetLabel('subject', 'eye-care', 'en'),
    ]).toEqual([{ text: 'CT · Datortomografi' }, { text: 'Lunga' }, { text: 'Eye care' }])
    expect([facetLabel('licence', 'aida-by', 'en'), facetLabel('year', '2019', 'en')]).toEqual([
      { text: 'AIDA BY licence' },
      { text: '2019' },
    ])
  })

  it('the same keys in both languages', () => {
    expect(Object.keys(messages.sv).sort()).toEqual([...known].sort())
  })
})
