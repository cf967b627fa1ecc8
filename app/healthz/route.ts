export const dynamic = 'force-dynamic'

/** Liveness: the process answers. It asks nothing of the database, whose absence no restart of the portal would mend. */
export const GET = () => Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
