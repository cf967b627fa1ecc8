import 'server-only'
import { z } from 'zod'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ProjectChoice } from '../schema/projects'
import { seenBy } from '../store/reading'
import { signedIn } from './project'

const HistoryPage = z.object({
  ...ProjectChoice.shape,
  before: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
})

const pageSize = 50

/** The journal of this project, the newest first; in its stream stand the acts for it, each with in whose name it was done; a booking or a request has its own. */
const entriesOf = (projectId: string, before: string | null) => db().$queryRaw<JournalEntry[]>`
  SELECT e.id, e.at, e.type, e.stream, e.seq, e.actor_kind AS "actorKind", coalesce(a.name, e.actor_id) AS actor,
    b.name AS behalf, NULL::text AS subject, e.subject_id AS "subjectId", p.name AS person, e.data
  FROM event e
  LEFT JOIN person a ON e.actor_kind = 'person' AND a.id::text = e.actor_id
  LEFT JOIN person b ON b.id::text = e.on_behalf_of
  LEFT JOIN person p ON p.id::text = e.data->>'person'
  WHERE e.stream = ${`project:${projectId}`} AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
  ORDER BY e.seq DESC LIMIT ${pageSize + 1}`

/** Why budgets, quotas and ends were decided, by the id of the decision or the time of the budget. */
async function reasonsOf(projectId: string): Promise<ReadonlyMap<string, string>> {
  const [decisions, budgets] = await Promise.all([
    db().projectDecision.findMany({ where: { projectId }, select: { id: true, reason: true } }),
    db().budgetChange.findMany({ where: { projectId }, select: { at: true, reason: true } }),
  ])
  return new Map([
    ...decisions.map(({ id, reason }) => [id, reason] as const),
    ...budgets.map(({ at, reason }) => [at.toISOString(), reason] as const),
  ])
}

const reasonFor = ({ type, at, data }: JournalEntry, reasons: ReadonlyMap<string, string>): string | null =>
  (type === 'projects.budget-set' ? reasons.get(at.toISOString()) : reasons.get(String(data.decision))) ?? null

export type HistoryEntry = Awaited<ReturnType<typeof projectHistory>>['entries'][number]

/** What was done in a project, by whom and in whose name, the newest first, 50 a page. For those who take part and administrators. */
export const projectHistory = query({
  name: 'projects.history',
  input: HistoryPage,
  scope: signedIn,
  read: async (_, { slug, before }, ctx) => {
    const seen = await seenBy(ctx, slug)
    if (!seen) return null
    const [rows, reasons] = await Promise.all([entriesOf(seen.project.id, before ?? null), reasonsOf(seen.project.id)])
    const entries = rows.slice(0, pageSize).map((entry) => ({ ...entry, reason: reasonFor(entry, reasons) }))
    return { entries, next: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
  },
})
