import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { pool } from '@/lib/platform/db'
import { remembering } from '@/lib/platform/remembered'
import {
  type CatalogueCounts,
  catalogueCounts,
  eventsByCountry,
  type GrowthPoint,
  growth,
  type Matrix,
  modalityByOrgan,
} from '../rules/metrics/pictures'
import { groupKeyword, type MetricRow, metricsTable } from '../rules/metrics/table'
import type { DatasetRecord } from '../schema/record'

type Measured = Pick<
  DatasetRecord,
  'keywords' | 'modalities' | 'organs' | 'numberOfScans' | 'numberOfAnnotations' | 'bytes' | 'datePublished'
>

export interface CatalogueMetrics {
  table: MetricRow[]
  counts: CatalogueCounts
  /** Sharing events by country, the most frequent first. */
  sharing: { country: string; events: number; recorded: number }[]
  /** How many of all sharing events the portal recorded, as data were fetched from it. */
  recorded: number
  /** Whether some of the sharing figures are examples rather than a record. */
  illustrative: boolean
  growth: GrowthPoint[]
  matrix: Matrix
}

type Read = {
  version: string
  datasets: Measured[]
  byCountry: Record<string, number>
  recorded: Record<string, number>
  illustrative: boolean
}

// One snapshot: the figures, and the fence that says how long they may be remembered. Of the keywords only those that make a group.
const text = `SELECT (SELECT version FROM cache_clock WHERE name = 'catalogue') AS version,
  coalesce((SELECT json_agg(json_build_object(
      'keywords', (SELECT coalesce(json_agg(k), '[]') FROM unnest($1::text[]) k WHERE v.record->'keywords' ? k),
      'modalities', v.record->'modalities', 'organs', v.record->'organs', 'numberOfScans', v.record->'numberOfScans',
      'numberOfAnnotations', v.record->'numberOfAnnotations', 'bytes', v.record->'bytes',
      'datePublished', v.record->'datePublished'))
    FROM dataset d JOIN dataset_version v ON v.id = d.current_id WHERE d.state = 'published'), '[]') AS datasets,
  coalesce((SELECT json_object_agg(country, events) FROM (SELECT s.country, count(*)::int AS events FROM sharing_event s
    JOIN dataset d ON d.id = s.dataset_id WHERE d.state = 'published' GROUP BY 1) c), '{}') AS "byCountry",
  coalesce((SELECT json_object_agg(country, events) FROM (SELECT s.country, count(*)::int AS events FROM sharing_event s
    JOIN dataset d ON d.id = s.dataset_id WHERE d.state = 'published' AND s.grant_id IS NOT NULL GROUP BY 1) c), '{}') AS recorded,
  EXISTS (SELECT FROM sharing_event s JOIN dataset d ON d.id = s.dataset_id
    WHERE s.illustrative AND d.state = 'published') AS illustrative`

const remembered = remembering<CatalogueMetrics>(1)

async function load(): Promise<{ version: string; value: CatalogueMetrics }> {
  const values = [Object.values(groupKeyword)]
  const { rows } = await pool().query<Read>({ name: 'catalogue-metrics', text, values })
  const read = rows[0]
  if (!read) throw new Error('the metrics gave no answer')
  const { datasets, byCountry, recorded, illustrative } = read
  const value: CatalogueMetrics = {
    table: metricsTable(datasets),
    counts: catalogueCounts(datasets, [{ byCountry }]),
    sharing: eventsByCountry([{ byCountry }]).map((one) => ({ ...one, recorded: recorded[one.country] ?? 0 })),
    recorded: Object.values(recorded).reduce((sum, events) => sum + events, 0),
    illustrative,
    growth: growth(datasets),
    matrix: modalityByOrgan(datasets),
  }
  return { version: read.version, value }
}

/** The public figures of the catalogue: over published datasets only, remembered while nothing public changes. */
export const catalogueMetrics = query({
  name: 'catalogue.metrics',
  input: z.object({}),
  scope: () => 'public' as const,
  read: () => remembered('metrics', load),
})
