import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { linkTopics } from '../rules/topics'

/**
 * How a column that names a person is called. Every table is asked for its columns, so that a new one that follows the house's
 * names is in the answer without anybody thinking of it; a test compares this with the foreign keys.
 */
export const personColumn =
  /^(person_id|by_id|\w+_by_id|published_by|proposer_id|recipient_id|owner_id|member_id|applicant_id|pi_id|root_id|grantor_id|holder_id|from_id|to_id|author_id|deputy_id)$/

/** Columns that prove or open something: never handed out, not even to their owner. */
const secretColumn = /(^|_)(hash|secret)$/

/**
 * Who at the hub answered a wish, redacted a file, stopped a grant, or invited to a request: theirs, not of the person whose row it is, who may not even be told
 * (lib/access, anonymised handling). They find it in their own data.
 */
const ofTheHub: Readonly<Record<string, readonly string[]>> = {
  access_attachment: ['redacted_by_id'],
  access_bar: ['by_id', 'lifted_by_id'],
  access_invitation: ['invited_by_id'],
  access_renewal: ['answered_by_id'],
}

type Row = Record<string, unknown>
type Column = { table: string; column: string }

/** Every table's columns that name a person. */
export async function personColumns(tx: Tx): Promise<Column[]> {
  const columns = await tx.$queryRaw<Column[]>`
    SELECT c.table_name::text AS table, c.column_name::text AS column FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`
  return columns.filter(({ column }) => personColumn.test(column))
}

function withoutSecrets(table: string, row: Row, personId: string): Row {
  const others = (ofTheHub[table] ?? []).filter((name) => row[name] !== personId)
  const kept = Object.fromEntries(
    Object.entries(row).filter(([name]) => !secretColumn.test(name) && !others.includes(name)),
  )
  return table === 'mail' && linkTopics.has(row.topic) ? { ...kept, text: '' } : kept
}

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function rowsWhere(tx: Tx, table: string, condition: string, personId: string): Promise<Row[]> {
  const sql = `SELECT to_jsonb(t) AS row FROM ${identifier(table)} t WHERE ${condition} ORDER BY to_jsonb(t)`
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(sql, personId)
  return rows.map(({ row }) => withoutSecrets(table, row, personId))
}

/** The rows of every table that name the person, by table, and their part of the journal; without secrets. */
export async function rowsOf(tx: Tx, personId: string): Promise<Record<string, Row[]>> {
  const conditions = new Map<string, string[]>([['person', ['t.id::text = $1']]])
  for (const { table, column } of await personColumns(tx))
    conditions.set(table, [...(conditions.get(table) ?? []), `t.${identifier(column)}::text = $1`])
  conditions.set('event', ['t.actor_id = $1', 't.on_behalf_of = $1', `t.stream = 'person:' || $1`])
  const held: Record<string, Row[]> = {}
  for (const [table, parts] of conditions) held[table] = await rowsWhere(tx, table, parts.join(' OR '), personId)
  return held
}
