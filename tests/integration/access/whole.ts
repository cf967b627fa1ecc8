import { db } from '@/lib/platform/db'

type Grant = {
  id: string
  dataset_id: string
  ends_at: string
  ended_at: string | null
  end_kind: string | null
  bars: { id: string; person_id: string | null; kind: string; lifted_at: string | null }[]
}
type Task = { id: string; kind: string; person_id: string; state: string }
type Invitation = { id: string; kind: string; accepted_at: string | null; revoked_at: string | null }

/** All rows of a request, by the names of their columns. */
export type Whole = {
  id: string
  state: string
  turn: string
  applicant_id: string
  submitted_at: string | null
  items: { dataset_id: string; slug: string; workflow_id: string; state: string }[]
  members: { person_id: string }[]
  grants: Grant[]
  tasks: Task[]
  rounds: { id: string; closed_at: string | null; set_aside_at: string | null }[]
  turns: { turn: string; until: string | null }[]
  invitations: Invitation[]
  attachments: { id: string }[]
  terms: { subject: string }[]
  renewals: { state: string }[]
  /** How many facts the whole journal holds: what is refused adds none, anywhere. */
  facts: number
}

/** Everything that the database holds of a request, at one moment; null where there is none. Two that are equal are equal as JSON. */
export async function wholeOf(request: string): Promise<Whole | null> {
  const rows = await db().$queryRaw<{ whole: Whole }[]>`
    SELECT to_jsonb(r) || jsonb_build_object(
      'items', (SELECT coalesce(jsonb_agg(to_jsonb(i) || jsonb_build_object('slug', d.slug) ORDER BY i.dataset_id), '[]')
        FROM access_item i JOIN dataset d ON d.id = i.dataset_id WHERE i.request_id = r.id),
      'members', (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.person_id), '[]') FROM access_member m WHERE m.request_id = r.id),
      'grants', (SELECT coalesce(jsonb_agg(to_jsonb(g) || jsonb_build_object('bars', (SELECT coalesce(jsonb_agg(to_jsonb(b) ORDER BY b.id), '[]')
        FROM access_bar b WHERE b.grant_id = g.id)) ORDER BY g.id), '[]') FROM access_grant g WHERE g.request_id = r.id),
      'tasks', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM access_task t WHERE t.request_id = r.id),
      'rounds', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.id), '[]') FROM access_round o WHERE o.request_id = r.id),
      'turns', (SELECT coalesce(jsonb_agg(to_jsonb(u) ORDER BY u.id), '[]') FROM access_turn u WHERE u.request_id = r.id),
      'invitations', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v.id), '[]') FROM access_invitation v WHERE v.request_id = r.id),
      'attachments', (SELECT coalesce(jsonb_agg(to_jsonb(f) ORDER BY f.id), '[]') FROM access_attachment f WHERE f.request_id = r.id),
      'terms', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.subject), '[]') FROM access_request_terms e WHERE e.request_id = r.id),
      'renewals', (SELECT coalesce(jsonb_agg(to_jsonb(w) ORDER BY w.id), '[]') FROM access_renewal w WHERE w.request_id = r.id),
      'conditions', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.id), '[]') FROM access_condition c WHERE c.request_id = r.id),
      'remarks', (SELECT coalesce(jsonb_agg(to_jsonb(k) ORDER BY k.id), '[]') FROM access_remark k WHERE k.request_id = r.id),
      'facts', (SELECT count(*) FROM event)) AS whole
    FROM access_request r WHERE r.id = ${request}::uuid`
  return rows[0]?.whole ?? null
}
