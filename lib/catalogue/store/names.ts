import type { Tx } from '@/lib/platform/db'

/** A dataset as other modules name it. */
export type NamedDataset = {
  readonly id: string
  /** Its address; of one that is hidden now its id, which says nothing of it. */
  readonly slug: string
  /** Null: it is hidden now. */
  readonly title: string | null
}

/** The datasets of these addresses that the public knows of, withdrawn ones too; in order of address. */
export const knownDatasets = (tx: Tx, slugs: readonly string[]): Promise<NamedDataset[]> => tx.$queryRaw<
  NamedDataset[]
>`
  SELECT d.id, d.slug, v.record->>'title' AS title FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.slug = ANY (${[...slugs]}) AND d.state IN ('published', 'withdrawn') ORDER BY d.slug`

/** Datasets by their ids, for what names them already; of those that are hidden now nothing is told. In order of address. */
export const namedDatasets = (tx: Tx, ids: readonly string[]): Promise<NamedDataset[]> => tx.$queryRaw<NamedDataset[]>`
  SELECT d.id, CASE WHEN d.state = 'hidden' THEN d.id::text ELSE d.slug END AS slug,
    CASE WHEN d.state = 'hidden' THEN NULL ELSE v.record->>'title' END AS title
  FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.id = ANY (${[...ids]}::uuid[]) ORDER BY d.slug`

/** Every dataset that is published now, for a choice; in order of title. */
export const publishedDatasets = (tx: Tx): Promise<NamedDataset[]> => tx.$queryRaw<NamedDataset[]>`
  SELECT d.id, d.slug, v.record->>'title' AS title FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.state = 'published' ORDER BY title, d.slug LIMIT 2000`
