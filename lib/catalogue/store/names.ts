import type { Tx } from '@/lib/platform/db'

/** A dataset as other modules name it. */
export type NamedDataset = { readonly id: string; readonly slug: string; readonly title: string }

/** The datasets of these addresses that the public knows of, withdrawn ones too; in order of address. */
export const knownDatasets = (tx: Tx, slugs: readonly string[]): Promise<NamedDataset[]> => tx.$queryRaw<
  NamedDataset[]
>`
  SELECT d.id, d.slug, v.record->>'title' AS title FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.slug = ANY (${[...slugs]}) AND d.state IN ('published', 'withdrawn') ORDER BY d.slug`

/** The names of datasets by their ids, those that are hidden now too: for who has been told of them. In order of address. */
export const namedDatasets = (tx: Tx, ids: readonly string[]): Promise<NamedDataset[]> => tx.$queryRaw<NamedDataset[]>`
  SELECT d.id, d.slug, v.record->>'title' AS title FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.id = ANY (${[...ids]}::uuid[]) ORDER BY d.slug`

/** Every dataset that is published now, for a choice; in order of title. */
export const publishedDatasets = (tx: Tx): Promise<NamedDataset[]> => tx.$queryRaw<NamedDataset[]>`
  SELECT d.id, d.slug, v.record->>'title' AS title FROM dataset d JOIN dataset_version v ON v.id = d.current_id
  WHERE d.state = 'published' ORDER BY title, d.slug LIMIT 2000`
