import 'server-only'
import { pool } from './db'

/** Whether this process can serve: the database answers, its journal and its job queue are there. Throws nothing. */
export async function readiness(): Promise<{ ready: boolean; checks: Record<string, boolean> }> {
  const checks = {
    database: false,
    schema: false,
    jobs: false,
    serving: !(globalThis as { portalDraining?: boolean }).portalDraining,
  }
  try {
    const { rows } = await pool().query(
      "SELECT to_regclass('public.event') IS NOT NULL AS schema, to_regnamespace('graphile_worker') IS NOT NULL AS jobs",
    )
    Object.assign(checks, { database: true, ...rows[0] })
  } catch {}
  return { ready: Object.values(checks).every(Boolean), checks }
}
