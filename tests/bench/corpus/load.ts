// Fills an empty, migrated database with synthetic datasets, through the product's own projection: `searchEntry` makes the entries
// and `search_put` writes them. Beyond 100 000 the rows of the projection are copied under new ids. Indexes are made after the rows.
import type pg from 'pg'
import { searchEntry } from '@/lib/catalogue/rules/search/entry'
import { DatasetRecord, doiOf } from '@/lib/catalogue/schema/record'
import { bareTable } from '../bare/table'
import { syntheticRecord } from './record'

const BATCH = 2_000
/** So many datasets each have texts of their own. */
const OWN = 100_000

/** Ids that are valid, in order, and the same in every run. */
const idOf = (n: number, kind: 'd' | 'e') => `01900000-0000-7000-8000-${kind}${n.toString(16).padStart(11, '0')}`

const insertRows = `
  WITH incoming AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, version uuid, slug text, doi text, record jsonb, published timestamptz)
  ), versions AS (
    INSERT INTO dataset_version (id, dataset_id, number, ordinal, record, published_at)
    SELECT version, id, '1.0', 1, record, published FROM incoming
  )
  INSERT INTO dataset (id, slug, doi, state, current_id, state_at, created_at, updated_at)
  SELECT id, slug, doi, 'published', version, published, published, published FROM incoming`

type Index = { name: string; definition: string }

/** Drops the indexes of the search that no constraint needs, and tells how to make them again. */
async function dropIndexes(db: pg.Client): Promise<Index[]> {
  const { rows } = await db.query<Index>(`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename IN ('search_entry', 'search_term')
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexname::regclass)`)
  for (const { name } of rows) await db.query(`DROP INDEX ${name}`)
  return rows
}

async function putBatch(db: pg.Client, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i)
  const made = numbers.map((n) => {
    const record = syntheticRecord(n)
    const published = new Date(record.datePublished ?? 0)
    const row = {
      id: idOf(n, 'd'),
      version: idOf(n, 'e'),
      slug: record.slug,
      doi: doiOf(record.slug),
      record,
      published,
    }
    return { row, entry: searchEntry(row.id, record, published) }
  })
  await db.query('BEGIN')
  await db.query(insertRows, [JSON.stringify(made.map(({ row }) => row))])
  await db.query('SELECT search_put($1)', [JSON.stringify(made.map(({ entry }) => entry))])
  await db.query('COMMIT')
}

// A copy has its own id, lot, slug and place in time; its words and terms are those of the original.
const copy = `
  WITH source AS MATERIALIZED (
    SELECT e.*, d.slug, v.record, ('01900000-0000-7000-8000-d' || lpad(to_hex(nth + $1::int), 11, '0'))::uuid AS new_id,
      ('01900000-0000-7000-8000-e' || lpad(to_hex(nth + $1::int), 11, '0'))::uuid AS new_version, 'bench-' || (nth + $1::int) AS new_slug
    FROM search_entry e JOIN dataset d ON d.id = e.dataset_id JOIN dataset_version v ON v.id = d.current_id,
      LATERAL (SELECT substr(d.slug, 7)::int AS nth) n
    WHERE nth <= ${OWN} AND nth + $1::int <= $2::int
  ), versions AS (
    INSERT INTO dataset_version (id, dataset_id, number, ordinal, record, published_at)
    SELECT new_version, new_id, '1.0', 1, record || jsonb_build_object('slug', new_slug), to_timestamp(published / 1000.0) FROM source
  ), datasets AS (
    INSERT INTO dataset (id, slug, doi, state, current_id, state_at, created_at, updated_at)
    SELECT new_id, new_slug, '10.23698/aida/' || new_slug, 'published', new_version, now(), now(), now() FROM source
  ), entries AS (
    INSERT INTO search_entry (lot, kind, organ, time, terms, published, bytes, scans, annotations, title, dataset_id, tsv)
    SELECT hashtextextended(new_id::text, 7) & 1023, kind, organ, time, terms, published + $1::int, bytes, scans, annotations, title,
      new_id, ts_delete(tsv, 'slug=' || slug) || array_to_tsvector(ARRAY['slug=' || new_slug]) FROM source
    RETURNING id, dataset_id
  )
  INSERT INTO search_card (id, card, terms)
  SELECT e.id, (c.card::jsonb || jsonb_build_object('slug', s.new_slug))::json, c.terms
  FROM entries e JOIN source s ON s.new_id = e.dataset_id JOIN search_card c ON c.id = s.id`

/** Loads `size` datasets; @param tell is called with the number of rows so far. */
export async function load(db: pg.Client, size: number, tell: (loaded: number) => void): Promise<void> {
  for (const n of [1, size]) DatasetRecord.parse(syntheticRecord(n))
  // A version and its dataset name each other; the ids are consistent by construction.
  await db.query(
    "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'",
  )
  const indexes = await dropIndexes(db)
  const own = Math.min(size, OWN)
  for (let from = 1; from <= own; from += BATCH) {
    await putBatch(db, from, Math.min(from + BATCH, own + 1))
    tell(Math.min(from + BATCH - 1, own))
  }
  for (let have = OWN; have < size; have += OWN) {
    await db.query(copy, [have, size])
    tell(Math.min(have + OWN, size))
  }
  if (size > OWN) await db.query('UPDATE search_term SET datasets = (datasets * $1::float8)::int', [size / OWN])
  for (const { definition } of indexes) await db.query(definition)
  await db.query("UPDATE cache_clock SET version = version + 1 WHERE name = 'catalogue'")
  await db.query(bareTable)
  await db.query('VACUUM ANALYZE')
  await db.query('CHECKPOINT')
}
