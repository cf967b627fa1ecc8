import { pool } from '@/lib/platform/db'

export type ListLine = {
  readonly id: string
  readonly version: string
  readonly state: 'draft' | 'published'
  readonly isSynthetic: boolean
  readonly publishedAt: Date | null
  readonly files: number
  readonly bytes: number
}

const linesText = `SELECT l.id, l.version, l.state, l.is_synthetic AS "isSynthetic", l.published_at AS "publishedAt",
    count(f.id)::int AS files, coalesce(sum(f.size), 0)::float8 AS bytes
  FROM dataset_file_list l LEFT JOIN dataset_file f ON f.list_id = l.id WHERE l.dataset_id = $1
  GROUP BY l.id ORDER BY string_to_array(l.version, '.')::int[] DESC`

/** What is listed of a dataset, the newest version first: how many files of how many bytes. */
export const listsOf = async (datasetId: string): Promise<ListLine[]> =>
  (await pool().query<ListLine>({ name: 'dataset-file-lists', text: linesText, values: [datasetId] })).rows

export type FileLine = {
  readonly id: string
  readonly path: string
  readonly size: number
  readonly type: string
  readonly sha256: string
  readonly checked: 'computed' | 'verified' | 'declared' | 'differs'
}

const filesText = `SELECT id, path, size::float8 AS size, type, sha256, checked FROM dataset_file
  WHERE list_id = $1 AND ($2::text IS NULL OR path COLLATE "C" > $2) ORDER BY path COLLATE "C" LIMIT $3`

/** Files of a list in the order of their paths' bytes, from behind one on. */
export const filesFrom = async (listId: string, after: string | null, most: number): Promise<FileLine[]> =>
  (await pool().query<FileLine>({ name: 'dataset-files', text: filesText, values: [listId, after, most] })).rows
