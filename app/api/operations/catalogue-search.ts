import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { type SearchAnswer, searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { SuggestParameters, suggest } from '@/lib/catalogue/queries/suggest'
import { facetNames, SearchParameters, sortOrders } from '@/lib/catalogue/schema/search'

const figure = z.number().int().min(0).nullable()

const Hit = z
  .object({
    slug: z.string(),
    title: z.string(),
    shortName: z.string(),
    abstract: z.string(),
    subject: z.string(),
    modalities: z.array(z.string()).meta({ description: 'DICOM PS3.16 CID 29' }),
    organs: z.array(z.string()),
    annotated: z.boolean(),
    licences: z.array(z.string()),
    status: z.string(),
    version: z.string(),
    year: z.number().int(),
    scans: figure,
    annotations: figure,
    bytes: figure,
    published: z.string().meta({ description: 'ISO date' }),
  })
  .meta({ id: 'DatasetHit', description: 'A dataset as a list shows it; null: not stated' })

const relation = z
  .enum(['exact', 'about'])
  .meta({ description: 'about: estimated from a sample, above some 10 000 hits' })

const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int(), selected: z.boolean() })

const SearchResult = z
  .object({
    items: z.array(Hit),
    total: z.object({ value: z.number().int(), relation }),
    facets: z
      .array(z.object({ name: z.enum(facetNames), relation, values: z.array(FacetValue) }))
      .meta({ description: 'Each counted without its own choices, beside those of the others' }),
    sort: z.enum(sortOrders),
    nextCursor: z.string().nullable(),
    corrected: z
      .object({ from: z.string(), to: z.string() })
      .nullable()
      .meta({ description: 'Nothing was found for `from`; this is what was found for `to`' }),
    notes: z.array(z.record(z.string(), z.string())).meta({ description: 'What of the query text was not understood' }),
  })
  .meta({ id: 'SearchResult' })

/** What of a search's answer is for programs; the rest draws the page. */
export const searchResult = ({ items, total, facets, ordering, nextCursor, corrected, understood }: SearchAnswer) => ({
  items,
  total,
  facets,
  sort: ordering,
  nextCursor,
  corrected,
  notes: understood.notes,
})

export const listDatasets = operation({
  id: 'searchDatasets',
  method: 'get',
  path: '/api/v1/datasets',
  direct: true,
  summary: 'Search the published datasets',
  tag: 'Catalogue',
  scope: null,
  query: SearchParameters,
  answer: SearchResult,
  door: searchCatalogue,
  render: searchResult,
})

const Suggestion = z.object({
  kind: z.enum(['dataset', 'modality', 'organ', 'keyword']),
  label: z.string(),
  href: z.string(),
  datasets: z.number().int(),
})

export const listSuggestions = operation({
  id: 'suggest',
  method: 'get',
  path: '/api/v1/suggestions',
  direct: true,
  summary: 'What one may be about to type',
  tag: 'Catalogue',
  scope: null,
  query: SuggestParameters,
  answer: z.object({ items: z.array(Suggestion) }).meta({ id: 'Suggestions' }),
  door: suggest,
})

export const searchOperations = [listDatasets, listSuggestions]
