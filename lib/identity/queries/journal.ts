import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db, pool } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { journalScope, mayAdminister } from '../policy'
import { JournalFilter } from '../schema/journal'

export type JournalEntry = {
  id: string
  at: Date
  type: string
  stream: string
  seq: number
  actorKind: string
  actor: string | null
  behalf: string | null
  subject: string | null
  subjectId: string
  /** The name of the person whom it concerned besides the actor, by `data.person`. */
  person: string | null
  data: Record<string, unknown>
}

type Scope = Exclude<ReturnType<typeof journalScope>, { refused: true }>

/**
 * Whose act an entry tells of is kept from whom it concerns where it is marked so. Nor is it found by that person: an answer to a search
 * would tell.
 */
const kept = `(e.data->>'withheld' IS NOT DISTINCT FROM 'yes' AND $1::text IS NOT NULL AND e.actor_id IS DISTINCT FROM $1)`

/** What somebody did, and what was done to them. */
const own = `e.actor_id = $1 OR e.stream = 'person:' || $1 OR e.data->>'person' = $1`

/** The condition that holds an actor to what they may see; `$1` is the person. */
const within: Record<Scope['kind'], string> = {
  all: '$1::text IS NULL',
  // The forms that applicants fill in are the stewards' matter too.
  catalogue: `(${own} OR e.type LIKE 'catalogue.%' OR e.type LIKE 'access.form-%' OR e.type = 'access.data-use-stated')`,
  own: `(${own})`,
}

const select = (scope: Scope['kind']) => `
  WITH sought AS (SELECT id::text FROM person WHERE $3::text IS NOT NULL AND (id::text = $3 OR email = $3::citext OR name ILIKE '%' || $4 || '%'))
  SELECT e.id, e.at, e.type, e.stream, e.seq, CASE WHEN ${kept} THEN 'withheld' ELSE e.actor_kind END AS "actorKind",
    CASE WHEN NOT ${kept} THEN coalesce(a.name, e.actor_id) END AS actor, b.name AS behalf, s.name AS subject, e.subject_id AS "subjectId", p.name AS person, e.data
  FROM event e
  LEFT JOIN person a ON e.actor_kind = 'person' AND a.id::text = e.actor_id
  LEFT JOIN person b ON b.id::text = e.on_behalf_of
  LEFT JOIN person s ON e.stream = 'person:' || s.id::text
  LEFT JOIN person p ON p.id::text = e.data->>'person'
  WHERE ${within[scope]} AND ($2::text IS NULL OR e.type LIKE $2 || '%')
    AND ($3::text IS NULL OR (e.actor_id IN (SELECT id FROM sought) AND NOT ${kept}) OR e.subject_id IN (SELECT id FROM sought)
      OR e.data->>'person' IN (SELECT id FROM sought))
    AND ($5::text IS NULL OR e.subject_id = $5 OR e.stream = $5) AND ($6::uuid IS NULL OR e.id < $6)
  ORDER BY e.id DESC LIMIT $7`

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** What was done, the newest first, as far as the actor may see; paged by the id of the last entry. */
export const journal = query({
  name: 'identity.journal',
  input: JournalFilter,
  scope: ({ actor }) => journalScope(actor),
  read: async (scope, { type, person, subject, before, limit }) => {
    const self = scope.kind === 'all' ? null : scope.personId
    const values = [self, type && literal(type), person, person && literal(person), subject, before, limit + 1].map(
      (value) => value ?? null,
    )
    const { rows } = await pool().query<JournalEntry>(select(scope.kind), values)
    const entries = rows.slice(0, limit)
    return { scope: scope.kind, entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null }
  },
})

/** Recomputes the hash of every entry: how many there are, and the places where the chain is broken. For administrators. */
export const journalIntegrity = query({
  name: 'identity.journal-integrity',
  input: z.object({}),
  scope: ({ actor }) => {
    const permission = mayAdminister(actor)
    return permission === true || isRefusal(permission) ? permission : notFound()
  },
  read: async () => {
    const [breaks, entries] = await Promise.all([
      db().$queryRaw<{ stream: string; seq: number }[]>`SELECT stream, seq FROM journal_breaks() LIMIT 100`,
      db().event.count(),
    ])
    return { entries, breaks }
  },
})
