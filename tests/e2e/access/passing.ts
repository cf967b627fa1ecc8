import pg from 'pg'
import { expect } from '@/tests/support/test'

/**
 * Lets time pass. The portal has no clock but the machine's, so instead of waiting until a last day is over the day itself is moved back,
 * in the row that says it and in nothing else. What is verified is frozen by triggers: they are passed over for this one statement.
 */
async function moveBack(databaseUrl: string, statement: string, values: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  const { rowCount } = await client.query(statement, [...values])
  await client.end()
  expect(rowCount).toBe(1)
}

/** The last day of an ethics approval was yesterday. */
export const approvalEnds = (databaseUrl: string, number: string): Promise<void> =>
  moveBack(databaseUrl, `UPDATE ethics_version SET ends_on = (now() AT TIME ZONE 'UTC')::date - 1 WHERE number = $1`, [
    number,
  ])

/** The only grant of a request ran out yesterday. */
export const grantEnds = (databaseUrl: string, request: string): Promise<void> =>
  moveBack(
    databaseUrl,
    `UPDATE access_grant SET starts_at = now() - interval '9 days', ends_at = date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
     WHERE request_id = $1`,
    [request],
  )
