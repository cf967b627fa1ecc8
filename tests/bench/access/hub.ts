import { createHash, randomUUID } from 'node:crypto'

type Insert = readonly [text: string, values: unknown[]]

const person = `INSERT INTO person (id, name, email, language, demonstration, created_at) VALUES ($1, 'Asker', $2, 'en', false, now())`
const apiToken = `INSERT INTO api_token (id, person_id, name, token_hash, prefix, scopes, second_factor, created_at, expires_at)
  VALUES ($1, $2, 'run', $3, 'aida_run', '{requests:read}', false, now(), now() + interval '1 year')`
const datasets = `INSERT INTO dataset (id, slug, doi, state, state_at, created_at, updated_at)
  SELECT gen_random_uuid(), 'granted-' || n, '10.23698/aida/granted-' || n, 'draft', now(), now(), now() FROM generate_series(1, 20) n`
const datasetVersions = `INSERT INTO dataset_version (id, dataset_id, number, ordinal, record, published_at)
  SELECT gen_random_uuid(), id, '1.0.0', 1, jsonb_build_object('title', slug), now() FROM dataset`
const published = `UPDATE dataset d SET state = 'published', current_id = v.id FROM dataset_version v WHERE v.dataset_id = d.id`
const projects = `INSERT INTO project (id, slug, name, type, state, pi_id, institution_name, starts_at, ends_at, gpu_budget, members_confirmed_at,
    created_at)
  SELECT gen_random_uuid(), 'asking-' || n, 'Asking ' || n, 'data-access', 'active', $1, 'University of Load', now() - interval '1 year',
    now() + interval '3 years', 0, now(), now() FROM generate_series(1, 20) n`
const approvals = `INSERT INTO ethics_approval (id, project_id, country, number, created_by_id, created_at)
  SELECT gen_random_uuid(), id, 'SE', '2026-' || lpad(row_number() OVER (ORDER BY slug)::text, 5, '0') || '-01', $1, now() FROM project`
const versions = `INSERT INTO ethics_version (id, approval_id, ordinal, state, country, number, authority, title, decision, decided_on,
    legal_force_on, started_on, ends_on, responsible_researcher, principal_organisation, sites, purposes, data_description, claimed_datasets,
    covered_datasets, created_by_id, created_at, submitted_by_id, submitted_at, judged_by_id, judged_at)
  SELECT gen_random_uuid(), id, 1, 'verified', 'SE', number, 'Etikprövningsmyndigheten', 'Load', 'approved', current_date - 90,
    current_date - 60, current_date - 30, current_date + 900, 'Asker', 'University of Load', '{}', 'Load', 'Images',
    (SELECT array_agg(id) FROM dataset), (SELECT array_agg(id) FROM dataset), $1, now(), $1, now(), gen_random_uuid(), now() FROM ethics_approval`
const governing = `UPDATE ethics_approval a SET governing_id = v.id FROM ethics_version v WHERE v.approval_id = a.id`
const requests = `INSERT INTO access_request (id, reference, project_id, applicant_id, title, state, state_at, answers, purposes,
    ethics_approval_id, turn, turn_since, submitted_at, created_at)
  SELECT gen_random_uuid(), '2026-' || lpad(n::text, 4, '0'), p.id, $1, 'Request ' || n, 'approved', now(), '{}', '{}', a.id, 'nobody', now(),
    now(), now()
  FROM generate_series(1, $2::int) n JOIN project p ON p.slug = 'asking-' || (1 + n % 20) JOIN ethics_approval a ON a.project_id = p.id`
const members = `INSERT INTO access_member (request_id, person_id, joined_at) SELECT id, $1, now() FROM access_request`
const items = `INSERT INTO access_item (request_id, dataset_id, workflow_id, state, decided_by_id, decided_at, use_fit, added_at)
  SELECT r.id, d.id, (SELECT id FROM access_workflow WHERE is_default), 'approved', $1, now(), 'fits', now()
  FROM access_request r JOIN dataset d ON d.slug IN (SELECT 'granted-' || (1 + (right(r.reference, 4)::int + k) % 20)
    FROM unnest('{0,7,13}'::int[]) k)`
const grants = `INSERT INTO access_grant (id, request_id, dataset_id, starts_at, ends_at, created_at)
  SELECT gen_random_uuid(), request_id, dataset_id, now() - interval '1 day', now() + interval '1 year', now() FROM access_item`

/** What makes such a hub: a person with this API token and so many approved requests. */
export function hubOf(token: string, many: number): Insert[] {
  const id = randomUUID()
  const hash = createHash('sha256').update(token).digest('hex')
  return [
    [person, [id, `${id}@example.org`]],
    [apiToken, [randomUUID(), id, hash]],
    [datasets, []],
    [datasetVersions, []],
    [published, []],
    [projects, [id]],
    [approvals, [id]],
    [versions, [id]],
    [governing, []],
    [requests, [id, many]],
    [members, [id]],
    [items, [id]],
    [grants, []],
  ]
}
