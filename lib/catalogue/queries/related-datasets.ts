import 'server-only'
import { pool } from '@/lib/platform/db'
import { relatedDatasets } from '../rules/related'
import { facetKeys } from '../rules/search/facets'
import type { DatasetRecord } from '../schema/record'

/** What the page of another dataset says of a related one. */
export type RelatedDataset = Pick<
  DatasetRecord,
  'slug' | 'title' | 'modalities' | 'organs' | 'keywords' | 'numberOfScans' | 'bytes'
>

const shown = 5

// Candidates are bounded, so that the page costs the same among 20 datasets and a million: the newest that share an organ and a
// modality, then those that share one of the two.
const text = `WITH wanted AS (SELECT
    (SELECT string_agg(search_mark('organ', o), ' | ') FROM unnest($1::text[]) o)::tsquery AS organ,
    (SELECT string_agg(search_mark('modality', m), ' | ') FROM unnest($2::text[]) m)::tsquery AS modality),
  near AS (
    (SELECT e.dataset_id FROM search_entry e, wanted w WHERE e.tsv @@ (w.organ && w.modality) ORDER BY e.published DESC LIMIT 20)
    UNION (SELECT e.dataset_id FROM search_entry e, wanted w WHERE e.tsv @@ w.organ ORDER BY e.published DESC LIMIT 20)
    UNION (SELECT e.dataset_id FROM search_entry e, wanted w WHERE e.tsv @@ w.modality ORDER BY e.published DESC LIMIT 20))
  SELECT v.record FROM near JOIN dataset d ON d.id = near.dataset_id JOIN dataset_version v ON v.id = d.current_id
  WHERE d.state = 'published' AND d.slug <> $3`

/** The public datasets that have most to do with this one by organ and modality, at most five. */
export async function relatedTo(record: DatasetRecord): Promise<RelatedDataset[]> {
  const { organ, modality } = facetKeys(record)
  const values = [organ, modality, record.slug]
  const { rows } = await pool().query<{ record: DatasetRecord }>({ name: 'related-datasets', text, values })
  const found = relatedDatasets(
    record,
    rows.map((row) => row.record),
    shown,
  )
  return found.map(({ slug, title, modalities, organs, keywords, numberOfScans, bytes }) => ({
    ...{ slug, title, modalities, organs, keywords, numberOfScans, bytes },
  }))
}
