import { z } from 'zod'
import { invalid } from './invalid'

/** The facets of the search, in the order of the page. Each is one repeatable parameter of the address and the API. */
export const facetNames = [
  'modality',
  'organ',
  'subject',
  'annotated',
  'licence',
  'status',
  'year',
  'size',
  'age',
] as const

export type FacetName = (typeof facetNames)[number]

export const sortOrders = ['relevance', 'newest', 'oldest', 'title', 'size', 'scans', 'annotations'] as const

export type SortOrder = (typeof sortOrders)[number]

export const searchLimits = { q: 500, values: 20, page: 20, pageMax: 100 } as const

const values = z
  .preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.string().trim().min(1, invalid.required).max(100, invalid.tooLong))
      .max(searchLimits.values, invalid.tooMany),
  )
  .meta({ description: 'Repeat the parameter for several values; a dataset with any of them matches' })

/** Parameters of `GET /api/v1/datasets` and of the search page. */
export const SearchParameters = z
  .object({
    q: z.string().trim().max(searchLimits.q, invalid.tooLong).default('').meta({
      description: 'Words, "phrases", lym*, -not, and field:value such as modality:ct',
      example: 'modality:ct lymph',
    }),
    modality: values,
    organ: values,
    subject: values,
    annotated: values,
    licence: values,
    status: values,
    year: values,
    size: values,
    age: values,
    sort: z
      .enum(sortOrders, invalid.choice)
      .optional()
      .meta({ description: 'relevance by default where there are words, else newest' }),
    cursor: z.string().max(500, invalid.tooLong).optional().meta({ description: 'From the answer before' }),
    limit: z.coerce
      .number(invalid.count)
      .int(invalid.count)
      .min(1, invalid.count)
      .max(searchLimits.pageMax, invalid.count)
      .default(searchLimits.page),
  })
  .meta({ id: 'SearchParameters' })

export type SearchParameters = z.output<typeof SearchParameters>

/** The chosen values of each facet; no entry, or an empty one, means no restriction. */
export type FacetSelection = Readonly<Partial<Record<FacetName, readonly string[]>>>
