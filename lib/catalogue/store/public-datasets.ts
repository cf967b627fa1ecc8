import { pool } from '@/lib/platform/db'
import type { DataUse } from '../schema/data-use'
import type { DatasetRecord } from '../schema/record'

/** One published version as the public may see it. */
export interface PublicVersion {
  number: string
  publishedAt: string
  changeNote: string
  record: DatasetRecord
}

/** Sharing events from one country; what a recipient who opted out is called is never read. */
export interface SharedWith {
  country: string
  events: number
  /** Some of them are examples, not a record. */
  illustrative: boolean
  /** How many of them the portal recorded, as data were fetched from it. */
  recorded: number
  /** Institution and department where the register names them. */
  institutions: { institution: string; department: string | null; recipient: string | null }[]
}

export interface PublicDataset {
  id: string
  slug: string
  state: 'published' | 'withdrawn'
  /** When and why it was withdrawn; the reason is written for the public. */
  stateAt: Date
  stateReason: string | null
  replacedBy: string | null
  /** Newest first, never empty. */
  versions: PublicVersion[]
  sharing: SharedWith[]
  /** For what it may be used, as stated last; null where nothing was stated. */
  dataUse: DataUse | null
}

// A dataset that was never published, or is hidden, is not in the answer at all: the caller cannot tell it from an unknown one.
const text = `SELECT d.id, d.slug, d.state, d.state_at AS "stateAt", d.replaced_by AS "replacedBy",
  CASE WHEN d.state = 'withdrawn' THEN d.state_reason END AS "stateReason",
  (SELECT json_agg(json_build_object('number', v.number, 'publishedAt', v.published_at, 'changeNote', v.change_note,
     'record', v.record) ORDER BY v.ordinal DESC) FROM dataset_version v WHERE v.dataset_id = d.id) AS versions,
  coalesce((SELECT json_agg(s ORDER BY s.events DESC, s.country) FROM (
     SELECT country, count(*)::int AS events, bool_or(illustrative) AS illustrative,
       count(grant_id)::int AS recorded,
       coalesce(json_agg(json_build_object('institution', institution, 'department', department,
         'recipient', CASE WHEN opted_out THEN NULL ELSE recipient END)) FILTER (WHERE institution IS NOT NULL), '[]') AS institutions
     FROM sharing_event WHERE dataset_id = d.id GROUP BY country) s), '[]') AS sharing,
  (SELECT conditions FROM data_use_statement u WHERE u.dataset_id = d.id ORDER BY u.ordinal DESC LIMIT 1) AS "dataUse"
  FROM dataset d WHERE d.slug = $1 AND d.state IN ('published', 'withdrawn') AND d.current_id IS NOT NULL`

/** A published or withdrawn dataset with everything the public may see of it, in one round trip; null for every other. */
export async function readPublicDataset(slug: string): Promise<PublicDataset | null> {
  const { rows } = await pool().query<PublicDataset>({ name: 'public-dataset', text, values: [slug] })
  return rows[0] ?? null
}
