import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { facetNames, searchLimits, sortOrders } from '../../schema/search'
import type { LicenceCode } from '../licences'
import type { Modality } from '../modality'
import { parseQuery } from '../query-language/parse'
import { ageBucketsOf, closedFacets, facetKeys, notStated, sizeBucket, sizeBuckets } from './facets'
import { relaxations } from './relax'
import { emptySearch, facetValue, isEmptySearch, parseSearch, printSearch, searchAddress, toggleFacet } from './state'

const raw = register.datasets.find((one) => one.slug === 'ctpa')
const ctpa = {
  ...raw,
  subject: 'Radiology',
  keywords: raw?.keywords ?? [],
  status: 'Ongoing' as const,
  year: 2019,
  bytes: raw?.bytes ?? null,
  ageSpan: raw?.ageSpan ?? null,
  modalities: ['CT'] satisfies Modality[],
  organs: raw?.organ ?? [],
  licences: ['controlled-access', 'aida-by-ca'] satisfies LicenceCode[],
}

describe('facets', () => {
  it('finds a dataset under the values it states', () => {
    expect(facetKeys(ctpa)).toEqual({
      modality: ['CT'],
      organ: ['lung'],
      subject: ['radiology'],
      annotated: ['yes'],
      licence: ['controlled-access', 'aida-by-ca'],
      status: ['ongoing'],
      year: ['2019'],
      size: ['under-10gb'],
      age: ['adults', 'older'],
    })
  })

  it.each([
    [null, [notStated]],
    ['various', [notStated]],
    ['15+', ['children', 'adults', 'older']],
    ['18-64', ['adults']],
    ['65-70', ['older']],
    ['0-17', ['children']],
  ])('puts the ages %j into %j', (text, buckets) => {
    expect(ageBucketsOf(text)).toEqual(buckets)
  })

  it('one-size-bucket: each bound opens its own bucket, and one byte less does not', () => {
    for (const [i, { key, from }] of sizeBuckets.entries()) {
      expect(sizeBucket(from)).toBe(key)
      if (i > 0) expect(sizeBucket(from - 1)).toBe(sizeBuckets[i - 1]?.key)
    }
    expect(sizeBucket(null)).toBe(notStated)
  })

  it('keys-are-values: what the index holds is what an address can ask for', () => {
    for (const facet of facetNames) {
      for (const key of facetKeys(ctpa)[facet]) expect(facetValue(facet, key)).toBe(key)
      for (const key of closedFacets[facet] ?? []) expect(facetValue(facet, key)).toBe(key)
    }
  })
})

const state = fc
  .record({
    q: fc.string({ unit: 'binary', maxLength: 40 }),
    sort: fc.option(fc.constantFrom(...sortOrders), { nil: undefined }),
    cursor: fc.option(fc.string(), { nil: undefined }),
    modality: fc.array(fc.constantFrom('ct', 'MRI', 'zebra', 'SM')),
    organ: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })),
    year: fc.array(fc.constantFrom('2019', '20', '2021')),
    size: fc.array(fc.constantFrom('over-1tb', 'huge')),
  })
  .map((parameters) => parseSearch(JSON.parse(JSON.stringify(parameters))))

describe('the state of a search in its address', () => {
  it('understands what it can and leaves out the rest', () => {
    const parameters = new URLSearchParams(
      'q=%20lymph%20&modality=mri&modality=CT&modality=x&year=20&sort=up&size=over-1tb&page=2',
    )
    const search = parseSearch(parameters)
    expect(search).toEqual({
      q: 'lymph',
      facets: { modality: ['CT', 'MR'], size: ['over-1tb'] },
      sort: null,
      cursor: null,
    })
    expect(searchAddress(search)).toBe('/datasets?q=lymph&modality=CT&modality=MR&size=over-1tb')
    expect(searchAddress(emptySearch)).toBe('/datasets')
  })

  it('takes at most so many values', () => {
    const years = Array.from({ length: 50 }, (_, i) => String(1950 + i))
    expect(parseSearch({ year: years }).facets.year?.length).toBe(searchLimits.values)
  })

  it('round-trip: an address read and printed is the same search and the same address', () => {
    fc.assert(
      fc.property(state, (search) => {
        const printed = printSearch(search)
        expect(parseSearch(new URLSearchParams(printed))).toEqual(search)
        expect(printSearch(parseSearch(new URLSearchParams(printed)))).toBe(printed)
      }),
      { numRuns: 500 },
    )
  })

  it('toggle-twice: choosing and unchoosing a value leads back, to the first page', () => {
    fc.assert(
      fc.property(state, fc.constantFrom('CT', 'US', 'MR'), (search, code) => {
        const twice = toggleFacet(toggleFacet(search, 'modality', code), 'modality', code)
        expect(twice).toEqual({ ...search, cursor: null })
      }),
    )
  })

  it('never-throws: any address is a search', () => {
    fc.assert(
      fc.property(
        fc.webQueryParameters(),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        (query, object) => {
          expect(parseSearch(new URLSearchParams(query)).q.length).toBeLessThanOrEqual(searchLimits.q)
          expect(parseSearch(object).q.length).toBeLessThanOrEqual(searchLimits.q)
        },
      ),
    )
  })
})

describe('relaxations', () => {
  it('offers each condition on its own, then the whole of each kind', () => {
    const search = parseSearch({ q: 'organ:lung lymph -cancer', modality: ['CT', 'MR'] })
    const offers = relaxations(search).map(({ kind, state: next }) => [kind, printSearch(next)])
    expect(offers).toEqual([
      ['drop-facet', 'q=organ%3Alung+lymph+-cancer&modality=MR'],
      ['drop-facet', 'q=organ%3Alung+lymph+-cancer&modality=CT'],
      ['drop-filter', 'q=lymph+-cancer&modality=CT&modality=MR'],
      ['drop-term', 'q=lymph+organ%3Alung&modality=CT&modality=MR'],
      ['drop-term', 'q=-cancer+organ%3Alung&modality=CT&modality=MR'],
      ['drop-facets', 'q=organ%3Alung+lymph+-cancer'],
      ['drop-words', 'modality=CT&modality=MR'],
    ])
  })

  it('asks-for-less: each has fewer conditions than the search, and an empty search has none', () => {
    const conditions = (search: typeof emptySearch) => {
      const { terms, excluded, filters } = parseQuery(search.q)
      return [terms, excluded, filters, ...Object.values(search.facets)].reduce((sum, list) => sum + list.length, 0)
    }
    fc.assert(
      fc.property(state, (search) => {
        for (const offer of relaxations(search)) expect(conditions(offer.state)).toBeLessThan(conditions(search))
        if (isEmptySearch(search)) expect(relaxations(search)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
