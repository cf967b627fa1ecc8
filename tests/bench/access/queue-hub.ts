// What the bench's hub holds for its queue: requests of eight years, nine in ten of them over, spread over states, turns, workflows, projects and people.
import { createHash, randomUUID } from 'node:crypto'

type Insert = readonly [text: string, values: unknown[]]

/** A whole number from 0 to `below`, always the same for the same `n`; `salt` makes another. */
const any = (below: number, salt: number, n = 'n') => `((hashint4extended(${n}::int, ${salt}) & 1073741823) % ${below})`

const PEOPLE = 600
const PROJECTS = 250
const DATASETS = 200
const WORKFLOWS = 6

const handler = `INSERT INTO person (id, name, email, language, demonstration, created_at) VALUES ($1, 'Handler', 'handler@example.org', 'en', false, now())`
const roles = `INSERT INTO role_assignment (person_id, role, given_at) SELECT $1, role, now() FROM unnest('{request-handler,reviewer}'::text[]) role`
const session = `INSERT INTO session (id, token_hash, person_id, method, user_agent, second_factor_at, created_at, seen_at, expires_at)
  VALUES ($1, $2, $3, 'password', 'bench', now(), now(), now(), now() + interval '1 hour')`
const apiToken = `INSERT INTO api_token (id, person_id, name, token_hash, prefix, scopes, second_factor, created_at, expires_at)
  VALUES ($1, $2, 'run', $3, 'aida_run', '{requests:read}', true, now(), now() + interval '1 year')`
const people = `INSERT INTO person (id, name, email, language, demonstration, created_at)
  SELECT uuidv7(), 'Person ' || n, 'person-' || n || '@example.org', 'en', false, now() FROM generate_series(1, ${PEOPLE}) n`
const datasets = `INSERT INTO dataset (id, slug, doi, state, state_at, created_at, updated_at)
  SELECT uuidv7(), 'asked-' || n, '10.23698/aida/asked-' || n, 'draft', now(), now(), now() FROM generate_series(1, ${DATASETS}) n`
const workflows = `INSERT INTO access_workflow (id, name, decided_by, rule, quorum, decision_days, review_days, on_deadline, bars_own_institute,
    is_default, created_at)
  SELECT uuidv7(), 'Workflow ' || n, 'handler', 'one', 1, 14, 14, 'remind', false, false, now() FROM generate_series(1, ${WORKFLOWS}) n`
const projects = `INSERT INTO project (id, slug, name, type, state, pi_id, institution_name, starts_at, ends_at, gpu_budget, members_confirmed_at,
    created_at)
  SELECT uuidv7(), 'asking-' || n, 'Asking ' || n, 'data-access', 'active', p.id, 'University of Load', now() - interval '9 years',
    now() + interval '3 years', 0, now(), now()
  FROM generate_series(1, ${PROJECTS}) n JOIN person p ON p.name = 'Person ' || n`
const projectMembers = `INSERT INTO project_member (project_id, person_id, joined_at)
  SELECT o.id, p.id, now() FROM generate_series(1, ${PROJECTS}) n JOIN project o ON o.slug = 'asking-' || n CROSS JOIN generate_series(0, 3) k
    JOIN person p ON p.name = 'Person ' || (1 + (n + 150 * k) % ${PEOPLE}) WHERE p.id <> o.pi_id`
// Half of the workflows are the reader's.
const assignments = `INSERT INTO access_assignment (id, workflow_id, person_id, role, created_at)
  SELECT uuidv7(), id, $1, 'handler', now() FROM access_workflow WHERE name IN ('Workflow 1', 'Workflow 2', 'Workflow 3')`

/** What each request is: of a hundred four wait for the hub, two for their applicant, three are drafts. The newest are those that wait. */
const drawn = `CREATE TEMPORARY TABLE drawn AS
  SELECT n, uuidv7(-age) AS id, now() - age AS made, now() - age * 0.3 AS left_at, state,
    CASE WHEN state = 'submitted' THEN (ARRAY['handler', 'handler', 'reviewers', 'deciders'])[1 + ${any(4, 1)}]
      WHEN state IN ('draft', 'returned') THEN 'applicant' ELSE 'nobody' END AS turn
  FROM (SELECT n, interval '8 years' * (($1 - n + 0.5)::float8 / $1) AS age, CASE
      WHEN n > $1 * 0.9 THEN (ARRAY['submitted', 'submitted', 'submitted', 'submitted', 'returned', 'returned', 'draft', 'draft', 'draft',
        'approved'])[1 + ${any(10, 2)}]
      ELSE (ARRAY['approved', 'approved', 'approved', 'approved', 'closed', 'closed', 'closed', 'rejected', 'rejected', 'withdrawn',
        'revoked'])[1 + ${any(11, 3)}] END AS state
    FROM generate_series(1, $1::int) n) x`
const requests = `INSERT INTO access_request (id, reference, project_id, applicant_id, title, state, state_at, reason, answers, purposes, turn,
    turn_since, turn_due_at, submitted_at, created_at)
  SELECT d.id, to_char(made, 'YYYY') || '-' || lpad(n::text, 6, '0'), o.id, o.pi_id,
    (ARRAY['Grading', 'Detection', 'Segmentation', 'Staging'])[1 + ${any(4, 4)}] || ' of ' || substr(md5((${any(100, 5)})::text), 1, 8) || ' in cohort ' || n,
    d.state, left_at, CASE WHEN d.state IN ('returned', 'rejected', 'revoked') THEN 'Load' END, '{}', '{}', turn, left_at,
    CASE WHEN turn <> 'nobody' AND d.state <> 'draft' THEN left_at + interval '60 days' END,
    CASE WHEN d.state <> 'draft' THEN made + interval '1 hour' END, made
  FROM drawn d JOIN project o ON o.slug = 'asking-' || (1 + ${any(PROJECTS, 6)})`
const members = `INSERT INTO access_member (request_id, person_id, joined_at)
  SELECT r.id, r.applicant_id, r.created_at FROM access_request r
  UNION ALL SELECT m.id, p.id, made FROM drawn m JOIN person p ON p.name = 'Person ' || (1 + ${any(PEOPLE, 7)})
  ON CONFLICT DO NOTHING`
const items = `INSERT INTO access_item (request_id, dataset_id, workflow_id, state, ground, reason, decided_by_id, decided_at, use_fit, added_at)
  SELECT x.id, d.id, w.id, x.item, CASE WHEN x.item = 'rejected' THEN 'ethics' END, CASE WHEN x.item = 'rejected' THEN 'Load' END,
    CASE WHEN x.item <> 'requested' THEN $1::uuid END, CASE WHEN x.item <> 'requested' THEN left_at END, 'fits', made
  FROM (SELECT *, CASE state WHEN 'approved' THEN 'approved' WHEN 'closed' THEN 'approved' WHEN 'revoked' THEN 'approved'
      WHEN 'rejected' THEN 'rejected' ELSE 'requested' END AS item FROM drawn) x CROSS JOIN LATERAL generate_series(0, ${any(3, 8)}) k
    JOIN dataset d ON d.slug = 'asked-' || (1 + (${any(DATASETS, 9)} + 67 * k) % ${DATASETS})
    JOIN access_workflow w ON w.name = 'Workflow ' || (1 + right(d.slug, 1)::int % ${WORKFLOWS})`
/** How it went to and fro: to its handlers, then to others and back; what waits has one turn that runs. */
const turns = `INSERT INTO access_turn (id, request_id, turn, since, until)
  SELECT uuidv7(), id, t.turn, made + (left_at - made) * t.starts, made + (left_at - made) * t.ends
    FROM drawn, (VALUES ('applicant', 0.0, 0.2), ('handler', 0.2, 0.4), ('reviewers', 0.4, 0.6), ('deciders', 0.6, 1.0)) t (turn, starts, ends)
    WHERE state <> 'draft'
  UNION ALL SELECT uuidv7(), id, turn, left_at, NULL FROM drawn`
const rounds = `INSERT INTO access_round (id, request_id, workflow_id, dataset_ids, rule, quorum, on_deadline, opened_by_id, opened_at, due_at,
    outcome, closed_at)
  SELECT uuidv7(), d.id, i.workflow_id, ARRAY[i.dataset_id], 'one', 1, 'remind', $1, left_at, left_at + interval '60 days',
    CASE WHEN turn = 'nobody' THEN 'approve' END, CASE WHEN turn = 'nobody' THEN left_at END
  FROM drawn d, LATERAL (SELECT workflow_id, dataset_id FROM access_item WHERE request_id = d.id LIMIT 1) i
  WHERE turn = 'deciders' OR state IN ('approved', 'rejected') AND n % 2 = 0`
const decisions = `INSERT INTO access_task (id, request_id, round_id, kind, person_id, asked_by_id, asked_at, due_at, state, answer, answered_at)
  SELECT uuidv7(), o.request_id, o.id, 'decision', p.id, $1, o.opened_at, o.due_at, CASE WHEN outcome IS NULL THEN 'open' ELSE 'answered' END,
    outcome, closed_at
  FROM access_round o JOIN drawn d ON d.id = o.request_id CROSS JOIN generate_series(0, 1) k
    JOIN person p ON p.name = 'Person ' || (500 + (n + k) % 40)`
// The reader was asked for advice as well, like one of forty others.
const reviews = `INSERT INTO access_task (id, request_id, kind, person_id, asked_by_id, asked_at, due_at, state, answer, answered_at)
  SELECT uuidv7(), d.id, 'review', CASE WHEN n % 41 = 0 THEN $1::uuid ELSE p.id END, $1, made, made + interval '60 days',
    CASE WHEN turn = 'reviewers' THEN 'open' ELSE 'answered' END, CASE WHEN turn <> 'reviewers' THEN 'approve' END,
    CASE WHEN turn <> 'reviewers' THEN left_at END
  FROM drawn d JOIN person p ON p.name = 'Person ' || (540 + n % 40) WHERE turn = 'reviewers' OR state <> 'draft' AND n % 3 = 0`

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** What makes a hub with so many requests, and a handler with this session and this API token. */
export function queueHubOf(id: string, tokens: { session: string; api: string }, many: number): Insert[] {
  return [
    [handler, [id]],
    [roles, [id]],
    [session, [randomUUID(), hashOf(tokens.session), id]],
    [apiToken, [randomUUID(), id, hashOf(tokens.api)]],
    [people, []],
    [datasets, []],
    [workflows, []],
    [projects, []],
    [projectMembers, []],
    [assignments, [id]],
    [drawn, [many]],
    [requests, []],
    [members, []],
    [items, [id]],
    [turns, []],
    [rounds, [id]],
    [decisions, [id]],
    [reviews, [id]],
  ]
}
