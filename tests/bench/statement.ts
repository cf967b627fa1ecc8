import { Problem } from '../../scripts/steps/problem.mjs'
import { connected } from './database'

/** The statement that the portal sends for type-ahead, as the database saw it: so the baseline answers the very same. */
export async function lastStatement(origin: string, databaseUrl: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/suggestions?q=bench`)
  if (!answer.ok) throw new Problem(`The type-ahead answered ${answer.status}.`)
  const { rows } = await connected(databaseUrl, (db) =>
    db.query<{ query: string }>(
      "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal' AND query LIKE '%in-keyword%'",
    ),
  )
  const text = rows[0]?.query
  if (!text) throw new Problem('The database saw no statement of the type-ahead.')
  return text
}
