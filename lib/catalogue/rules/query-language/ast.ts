import type { LicenceCode } from '../licences'
import type { Modality } from '../modality'

/** Something to find in the text of a dataset. */
export interface Term {
  kind: 'word' | 'prefix' | 'phrase'
  text: string
}

/** Fields matched by substring, letter case and accents aside, as the old site did. */
export const textFields = ['organ', 'subject', 'author', 'keyword', 'title', 'name'] as const

export type TextField = (typeof textFields)[number]

/** One condition; a dataset must meet each. `values` are alternatives: any of them will do. */
export type Filter = { excluded: boolean } & (
  | { field: TextField; values: readonly string[] }
  | { field: 'modality'; values: readonly Modality[] }
  | { field: 'licence'; values: readonly LicenceCode[] }
  | { field: 'status'; values: readonly ('Completed' | 'Ongoing')[] }
  | { field: 'annotated'; values: readonly ('yes' | 'no')[] }
  | { field: 'slug'; values: readonly string[] }
  | { field: 'year'; from: number | null; to: number | null }
)

export type FilterField = Filter['field']

/** Something the reader should know; the sentence is `catalogue.query.<kind>` in messages. */
export type Note =
  | { kind: 'unknown-field'; field: string }
  | { kind: 'unknown-value'; field: string; value: string }
  | { kind: 'empty-value'; field: string }
  | { kind: 'too-long' }

/** A search as understood. `terms` must all be found, `excluded` must not. */
export interface Query {
  terms: readonly Term[]
  excluded: readonly Term[]
  filters: readonly Filter[]
  notes: readonly Note[]
}
