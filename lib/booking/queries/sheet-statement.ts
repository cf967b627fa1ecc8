import 'server-only'
import type { Signed } from '@/lib/agreements/rules/in-force'
import { pool } from '@/lib/platform/db'

/** A slot week as the statement gives it, in this order. */
export type RawCell = [
  week: string,
  slotId: string,
  slotName: string,
  gpus: number,
  startsAt: string,
  endsAt: string,
  booked: { id: string; bookingId: string; projectId: string; state: string; countsUntil: string } | null,
  owner: RawOwner | null,
  readyAt: string | null,
  hold: { id: string; placeId: string; projectId: string; until: string } | null,
  closed: string | null,
  waiting: { id: string; projectId: string }[],
]
export type RawOwner = { id: string; slug: string; name: string; hidden: boolean }

type RawGrant = {
  id: string
  rootId: string
  parentId: string | null
  grantorId: string
  holderId: string
  authorities: string[]
  from: string
  until: string
}
export type RawProject = {
  id: string
  slug: string
  name: string
  state: 'active' | 'ended'
  piId: string
  piName: string
  institutionName: string
  startsAt: string
  endsAt: string
  budget: number
  used: number
  held: number
  next: { at: string; gpus: number } | null
  membersConfirmedAt: string
  members: string[] | null
  grants: RawGrant[] | null
  documents: (Omit<Signed, 'validFrom' | 'validUntil'> & { validFrom: string; validUntil: string })[] | null
}
export type RawMachine = { id: string; slug: string; name: string; description: string; personalData: boolean }
/** The part of one machine: its first and last week, and its slot weeks. */
export type RawMachineSheet = {
  machine: RawMachine
  reach: [string | null, string | null]
  cells: RawCell[] | null
}
export type RawSheet = {
  sheets: RawMachineSheet[] | null
  machines: RawMachine[]
  projects: RawProject[] | null
  /** Of the user terms: which version binds now, and the newest that the reader accepted. */
  terms: { binding: number; accepted: number }
}

const machine = (m: string) =>
  `json_build_object('id', ${m}.id, 'slug', ${m}.slug, 'name', ${m}.name, 'description', ${m}.description, 'personalData', ${m}.personal_data)`

const owner = (p: string) =>
  `CASE WHEN ${p}.id IS NOT NULL THEN json_build_object('id', ${p}.id, 'slug', ${p}.slug, 'name', ${p}.name, 'hidden', ${p}.hidden_on_sheet) END`

/** When the machine of the session that a running week belongs to was ready: with this week, or one before without a gap. */
const sessionReady = `CASE WHEN sw.starts_at <= $6 AND $6 < sw.ends_at THEN coalesce(b.ready_at, (
  SELECT p.ready_at FROM booked_week p WHERE p.slot_id = b.slot_id AND p.project_id = b.project_id AND p.state = 'booked'
    AND p.ready_at IS NOT NULL AND p.week < b.week AND (b.week - p.week) / 7 = (
      SELECT count(*) FROM booked_week q WHERE q.slot_id = b.slot_id AND q.project_id = b.project_id AND q.state = 'booked'
        AND q.week >= p.week AND q.week < b.week)
  ORDER BY p.week DESC LIMIT 1)) END`

const cells = `
  SELECT json_agg(json_build_array(sw.week, s.id, s.name, sw.gpus, sw.starts_at, sw.ends_at,
    CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'bookingId', b.booking_id, 'projectId', b.project_id,
      'state', b.state, 'countsUntil', b.counts_until) END,
    ${owner('bp')}, ${sessionReady},
    CASE WHEN h.id IS NOT NULL THEN json_build_object('id', h.id, 'placeId', h.place_id, 'projectId', h.project_id,
      'until', h.ends_at) END,
    c.reason, coalesce(w.places, '[]')) ORDER BY sw.week, s.ordinal, s.id)
  FROM slot_week sw JOIN slot s ON s.id = sw.slot_id
    LEFT JOIN booked_week b ON b.id = sw.booked_week_id LEFT JOIN project bp ON bp.id = b.project_id
    LEFT JOIN hold h ON h.id = sw.hold_id LEFT JOIN closure c ON c.id = sw.closure_id
    LEFT JOIN (SELECT slot_id, week, json_agg(json_build_object('id', id, 'projectId', project_id) ORDER BY id) AS places FROM waiting_place
      WHERE state = 'waiting' AND week >= $2::date AND week < $2::date + 7 * $3::int GROUP BY slot_id, week) w
      ON w.slot_id = sw.slot_id AND w.week = sw.week
  WHERE sw.machine_id = m.id AND sw.week >= $2::date AND sw.week < $2::date + 7 * $3::int`

const projects = `
  SELECT json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'state', p.state, 'piId', p.pi_id,
    'piName', pi.name, 'institutionName', p.institution_name, 'startsAt', p.starts_at, 'endsAt', p.ends_at,
    'budget', p.gpu_budget, 'used', gpu_weeks_used(p.id, $6),
    'held', coalesce((SELECT sum(gpus) FROM hold WHERE project_id = p.id AND state = 'open' AND ends_at > $6), 0),
    'next', (SELECT json_build_object('at', counts_until, 'gpus', sum(gpus)) FROM booked_week
      WHERE project_id = p.id AND counts_until > $6 GROUP BY counts_until ORDER BY counts_until LIMIT 1),
    'membersConfirmedAt', p.members_confirmed_at,
    'members', (SELECT json_agg(person_id) FROM project_member WHERE project_id = p.id),
    'grants', (SELECT json_agg(json_build_object('id', id, 'rootId', root_id, 'parentId', parent_id, 'grantorId', grantor_id,
      'holderId', holder_id, 'authorities', authorities, 'from', starts_at, 'until', ends_at)) FROM delegation
      WHERE project_id = p.id AND root_id = p.pi_id AND revoked_at IS NULL),
    'documents', (SELECT json_agg(json_build_object('kind', kind, 'state', state, 'institutionName', institution_name,
      'validFrom', valid_from, 'validUntil', valid_until)) FROM signed_document
      WHERE project_id = p.id AND state = 'countersigned' AND valid_until > $6)) ORDER BY p.name COLLATE "sv-x-icu", p.id)
  FROM project p LEFT JOIN person pi ON pi.id = p.pi_id
  WHERE p.state = 'active' AND ($5 OR p.pi_id = $4::uuid
    OR EXISTS (SELECT FROM project_member WHERE project_id = p.id AND person_id = $4::uuid))`

const terms = `
  SELECT json_build_object(
    'binding', coalesce(max(t.version) FILTER (WHERE t.binds_from <= $6), 0),
    'accepted', coalesce(max(t.version) FILTER (WHERE a.text_id IS NOT NULL), 0))
  FROM agreement_text t LEFT JOIN acceptance a ON a.text_id = t.id AND a.person_id = $4::uuid AND a.subject = ''
  WHERE t.kind = 'user-terms' AND t.published_at <= $6`

/**
 * All that the sheet of some machines shows and asks, in one round trip: $1 which machines, $2 first week, $3 weeks, $4 who reads, $5
 * whether they administer, $6 now.
 */
const statementOf = (which: string) => `
  WITH m AS MATERIALIZED (SELECT * FROM machine WHERE ${which})
  SELECT json_build_object(
    'sheets', (SELECT json_agg(json_build_object('machine', ${machine('m')},
      'reach', (SELECT json_build_array(min(week), max(week)) FROM slot_week WHERE machine_id = m.id),
      'cells', (${cells})) ORDER BY m.created_at, m.id) FROM m),
    'machines', (SELECT coalesce(json_agg(${machine('a')} ORDER BY a.created_at, a.id), '[]') FROM machine a),
    'projects', (${projects}),
    'terms', (${terms})) AS answer`

/** Of the machine with this short name; the oldest there is where none is named. */
const ofOne = statementOf('$1::text IS NULL OR slug = $1 ORDER BY created_at, id LIMIT 1')
/** Of those with these short names; of all where none is named, 32 at most. */
const ofMany = statementOf('$1::text[] IS NULL OR slug = ANY ($1) ORDER BY created_at, id LIMIT 32')

export type SheetValues = {
  readonly from: string
  readonly weeks: number
  readonly personId: string
  readonly administers: boolean
  readonly now: Date
}

async function read(name: string, text: string, which: unknown, of: SheetValues): Promise<RawSheet> {
  const values = [which, of.from, of.weeks, of.personId, of.administers, of.now]
  const { rows } = await pool().query<{ answer: RawSheet }>({ name, text, values })
  return (rows[0] as { answer: RawSheet }).answer
}

export const readOneSheet = (slug: string | null, of: SheetValues): Promise<RawSheet> => read('sheet', ofOne, slug, of)
export const readSheets = (slugs: readonly string[] | null, of: SheetValues): Promise<RawSheet> =>
  read('sheets', ofMany, slugs, of)
