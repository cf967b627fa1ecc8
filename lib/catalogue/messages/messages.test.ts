import { describe, expect, it } from 'vitest'
import { mendings, refusals } from '../rules/import/finding'
import { licenceCodes, termsOf } from '../rules/licences'
import { metricGroups } from '../rules/metrics/table'
import { datasetStates, datasetVerbs } from '../rules/publishing'
import { closedFacets } from '../rules/search/facets'
import { facetLabel } from '../rules/search/present'
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
      for (const value of closedFacets[facet] ?? []) expect(known).toContain(`catalogue.value.${facet}.${value}`)
    }
    expect(facetLabel('subject', 'radiology', 'radiology', 'sv')).toBe('Radiologi')
  })

  it('values with a name of their own', () => {
    expect([
      facetLabel('modality', 'CT', 'CT', 'sv'),
      facetLabel('organ', 'lung', 'lung', 'sv'),
      facetLabel('subject', 'eye-care', 'eye-care', 'en'),
      facetLabel('licence', 'aida-by', 'aida-by', 'en'),
      facetLabel('year', '2019', '2019', 'en'),
    ]).toEqual(['Datortomografi', 'Lunga', 'Eye care', 'AIDA BY licence', '2019'])
  })

  it('the same keys in both languages', () => {
    expect(Object.keys(messages.sv).sort()).toEqual([...known].sort())
  })
})
