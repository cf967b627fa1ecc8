import 'server-only'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { pool } from './db'
import { openStreams } from './event-stream'

const held = globalThis as typeof globalThis & { portalFigures?: Registry }

function figureConnections(registry: Registry): void {
  new Gauge({
    name: 'portal_database_connections',
    help: 'Connections of this process to the database, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = pool()
      this.set({ state: 'busy' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'awaited' }, waitingCount)
    },
  })
  new Gauge({
    name: 'portal_event_streams',
    help: 'Answers of this process that stay open to tell what changes',
    registers: [registry],
    collect() {
      this.set(openStreams())
    },
  })
}

/** The process's Prometheus registry; scripts/serve.mjs adds request durations to the same one. */
export function figures(): Registry {
  held.portalFigures ??= new Registry()
  const registry = held.portalFigures
  if (registry.getSingleMetric('portal_jobs_waiting')) return registry
  if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'portal_jobs_waiting',
    help: 'Jobs enqueued and not yet done, by task; those that failed at least once are "failing"',
    labelNames: ['task', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      const { rows } = await pool().query(
        `SELECT task_identifier AS task, CASE WHEN attempts > 0 AND last_error IS NOT NULL THEN 'failing' ELSE 'waiting' END AS state, count(*)::int AS n
         FROM graphile_worker.jobs GROUP BY 1, 2`,
      )
      for (const { task, state, n } of rows) this.set({ task, state }, n)
    },
  })
  figureConnections(registry)
  return registry
}
