import { createHash } from 'node:crypto'
import { afterDay } from '@/lib/projects/rules/periods'
import { Prisma } from '@/prisma/generated/client'
import { type Filter, type Place, showsAll } from '../rules/queue'
import type { Who } from '../rules/roles'
import { recentMedians } from './listed'

const { sql, join, empty } = Prisma

/** Beyond so many nothing is counted: what is counted is read. */
export const mostCounted = 10_000

/** The workflows of which this person is a handler, a reviewer or a decider now, or stands in for one who is away. */
const assignedTo = (personId: string, roles: readonly string[], now: Date) => sql`
  SELECT workflow_id FROM access_assignment WHERE ended_at IS NULL AND role = ANY (${[...roles]}::text[])
    AND (person_id = ${personId}::uuid OR (deputy_id = ${personId}::uuid AND away_from <= ${now} AND (away_until IS NULL OR away_until > ${now})))`

// Request by request (the OFFSET keeps it so): a table of all that these workflows ever judged is longer than any queue.
const itemsOf = (workflows: Prisma.Sql) =>
  sql`EXISTS (SELECT FROM access_item i WHERE i.request_id = r.id AND i.state <> 'removed' AND i.workflow_id = ANY (ARRAY(${workflows})) OFFSET 0)`

/** As `itemsOf`, where it waits and nobody was asked by that workflow (rules/turn.ts): others may be asked about other datasets. */
const waitsIn = (workflows: Prisma.Sql) => sql`
  EXISTS (SELECT FROM access_item i WHERE i.request_id = r.id AND i.state = 'requested' AND i.workflow_id = ANY (ARRAY(${workflows}))
    AND NOT EXISTS (SELECT FROM access_round o WHERE o.request_id = r.id AND o.closed_at IS NULL AND o.workflow_id = i.workflow_id)
    AND NOT EXISTS (SELECT FROM access_task t JOIN access_assignment a ON t.asked_by_id IN (a.person_id, a.deputy_id) AND a.role = 'handler'
      AND a.ended_at IS NULL AND a.workflow_id = i.workflow_id
      WHERE t.request_id = r.id AND t.kind = 'review' AND t.state = 'open') OFFSET 0)`

/** What they were asked: by the hub role that they hold, or by a mailed link. */
function taskOf({ id, holdsReviewer, holdsDecider }: Who, states: readonly string[]) {
  const kinds = [...(holdsReviewer ? ['review'] : []), ...(holdsDecider ? ['decision'] : [])]
  return sql`r.id IN (SELECT request_id FROM access_task WHERE person_id = ${id}::uuid AND state = ANY (${[...states]}::text[])
    AND (invited OR kind = ANY (${kinds}::text[])))`
}

/** What somebody of the hub sees of requests, and what of it is theirs to do. */
export function seenBy(who: Who, now: Date) {
  const { id, holdsHandler, holdsReviewer, holdsDecider, isAdministrator } = who
  const held = { handler: holdsHandler, reviewer: holdsReviewer, decider: holdsDecider }
  const roles = Object.entries(held).flatMap(([role, holds]) => (holds ? [role] : []))
  const handled = holdsHandler ? itemsOf(assignedTo(id, ['handler'], now)) : sql`false`
  const waits = holdsHandler ? waitsIn(assignedTo(id, ['handler'], now)) : sql`false`
  const assigned = roles.length > 0 ? itemsOf(assignedTo(id, roles, now)) : sql`false`
  return {
    seen: isAdministrator ? sql`true` : sql`(${assigned} OR ${taskOf(who, ['open', 'answered'])})`,
    mine: sql`((r.turn <> 'nobody' AND CASE r.state WHEN 'submitted' THEN ${waits} WHEN 'approved' THEN ${handled} ELSE false END)
      OR ${taskOf(who, ['open'])})`,
    flows: isAdministrator ? sql`true` : sql`f.id IN (${assignedTo(id, roles, now)})`,
  }
}

/** Nobody of the hub sees what they ask for themselves among what they are to judge. */
const notOwn = (personId: string) => sql`
  r.id NOT IN (SELECT request_id FROM access_member WHERE person_id = ${personId}::uuid)
  AND r.project_id NOT IN (SELECT id FROM project WHERE pi_id = ${personId}::uuid UNION ALL
    SELECT project_id FROM project_member WHERE person_id = ${personId}::uuid)`

const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Every word is found in the request's id, its name, what another system calls it, or its applicant's name. */
const found = (q: string) =>
  q.split(/\s+/).map(
    (word) => sql`r.id IN (
      SELECT id FROM access_request WHERE title ILIKE ${like(word)} OR reference ILIKE ${like(word)}
        OR (external_id IS NOT NULL AND external_id ILIKE ${like(word)})
      UNION ALL SELECT a.id FROM person p JOIN access_request a ON a.applicant_id = p.id WHERE p.name ILIKE ${like(word)})`,
  )

/** What is asked for but what facets count: state, turn, what is one's own to do, what has waited too long. */
function wanted(filter: Filter): Prisma.Sql[] {
  const { q, workflow, dataset, waitingSince } = filter
  return [
    ...(showsAll(filter) ? [] : [sql`r.turn <> 'nobody'`]),
    ...(q === undefined ? [] : found(q)),
    ...(workflow ? [itemsOf(sql`SELECT ${workflow}::uuid`)] : []),
    ...(dataset
      ? [
          sql`r.id IN (SELECT i.request_id FROM access_item i JOIN dataset d ON d.id = i.dataset_id WHERE d.slug = ${dataset} AND i.state <> 'removed')`,
        ]
      : []),
    ...(waitingSince ? [sql`r.turn_since < ${afterDay(waitingSince)}`] : []),
  ]
}

function chosen({ state, turn, processing, overdue }: Filter, now: Date): Prisma.Sql[] {
  return [
    ...(state.length > 0 ? [sql`r.state = ANY (${[...state]}::text[])`] : []),
    ...(turn.length > 0 ? [sql`r.turn = ANY (${[...turn]}::text[])`] : []),
    ...(processing.length > 0 ? [sql`r.processing_id = ANY (${[...processing]}::uuid[])`] : []),
    ...(overdue ? [sql`r.turn_due_at <= ${now}`] : []),
  ]
}

const item = sql`json_build_object('id', r.id, 'reference', r.reference, 'title', r.title, 'state', r.state, 'turn', r.turn,
  'turnSince', r.turn_since, 'dueAt', r.turn_due_at, 'stateAt', r.state_at, 'submittedAt', r.submitted_at, 'createdAt', r.created_at,
  'applicantId', r.applicant_id, 'externalId', r.external_id, 'revision', r.revision, 'applicant', p.name,
  'project', json_build_object('slug', o.slug, 'name', o.name), 'mine', page.mine,
  'processing', (SELECT json_build_object('id', s.id, 'en', s.name_en, 'sv', s.name_sv) FROM access_processing_state s WHERE s.id = r.processing_id),
  'datasets', (SELECT coalesce(json_agg(json_build_object('slug', d.slug, 'state', i.state) ORDER BY i.added_at, d.slug), '[]')
    FROM access_item i JOIN dataset d ON d.id = i.dataset_id WHERE i.request_id = r.id AND i.state <> 'removed'))`

/** What is asked for first, and only of what is found whether the reader sees it, which takes a look at its items: the OFFSET keeps it so. */
const among = (conditions: readonly Prisma.Sql[], order: Prisma.Sql) => sql`
  (SELECT r.id, r.project_id, r.state, r.turn, r.turn_since, r.turn_due_at, r.processing_id FROM access_request r
    WHERE ${join([...conditions], ' AND ')} ${order} OFFSET 0) r`

export type QueueWish = {
  readonly who: Who
  readonly filter: Filter
  readonly place: Place | null
  readonly limit: number
  readonly facets: boolean
  readonly now: Date
}

/**
 * All that a page of the queue shows, in one round trip: the rows, one more than are wanted; how many there are of each kind; the hub's
 * medians; and what can be chosen from.
 */
export function queueStatement({ who, filter, place, limit, facets, now }: QueueWish): Prisma.Sql {
  const { seen, mine, flows } = seenBy(who, now)
  const base = [sql`r.submitted_at IS NOT NULL`, ...wanted(filter)]
  const theirs = sql`${notOwn(who.id)} AND ${seen}`
  const latest = filter.order === 'latest'
  const after = place
    ? [
        latest
          ? sql`(r.turn_since, r.id) < (${place.since}, ${place.id}::uuid)`
          : sql`(r.turn_since, r.id) > (${place.since}, ${place.id}::uuid)`,
      ]
    : []
  const order = (of: Prisma.Sql) =>
    latest ? sql`${of}.turn_since DESC, ${of}.id DESC` : sql`${of}.turn_since, ${of}.id`
  const r = sql`r`
  const cells = sql`, cell AS MATERIALIZED (
    SELECT c.state, c.turn, c.processing, c.mine, c.overdue, count(*)::int AS n FROM (
      SELECT r.state, r.turn, r.processing_id AS processing, ${mine} AS mine, coalesce(r.turn_due_at <= ${now}, false) AS overdue
      FROM ${among(base, empty)} WHERE ${theirs} LIMIT ${mostCounted + 1}) c GROUP BY 1, 2, 3, 4, 5)`
  return sql`
    WITH page AS MATERIALIZED (
      SELECT r.id, r.turn_since, ${mine} AS mine FROM ${among([...base, ...chosen(filter, now), ...after], sql`ORDER BY ${order(r)}`)}
      WHERE ${filter.mine ? sql`${theirs} AND ${mine}` : theirs} ORDER BY ${order(r)} LIMIT ${limit + 1})
    ${facets ? cells : empty}
    SELECT json_build_object(
      'items', (SELECT coalesce(json_agg(${item} ORDER BY ${order(sql`page`)}), '[]') FROM page
        JOIN access_request r ON r.id = page.id JOIN person p ON p.id = r.applicant_id JOIN project o ON o.id = r.project_id),
      'cells', ${facets ? sql`(SELECT coalesce(json_agg(cell), '[]') FROM cell)` : sql`NULL`},
      'medians', (${recentMedians(now)}),
      'workflows', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'disabledVerbs', coalesce(f.disabled_verbs, '{}')) ORDER BY f.is_default DESC, f.name), '[]')
        FROM access_workflow f WHERE ${flows}),
      'processing', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'en', s.name_en, 'sv', s.name_sv, 'workflow', f.name,
        'open', s.retired_at IS NULL) ORDER BY f.is_default DESC, f.name, s.position), '[]')
        FROM access_processing_state s JOIN access_workflow f ON f.id = s.workflow_id WHERE ${flows}),
      'filters', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'query', s.query) ORDER BY s.name), '[]')
        FROM access_saved_filter s WHERE s.person_id = ${who.id}::uuid)) AS answer`
}

/**
 * The same as the database is asked: one prepared statement for each combination of filters, but for words, which say how many they find:
 * their plan is made for them.
 */
export function preparedQueue(wish: QueueWish) {
  const { text, values } = queueStatement(wish)
  const name = `queue-${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
  return { ...(wish.filter.q === undefined && { name }), text, values: [...values] }
}
