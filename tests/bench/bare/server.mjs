// The baseline: node:http and pg, and nothing else. /search answers facets (drill-sideways) and total by one materialized CTE of
// cells; /hits adds the newest 20; /sql answers a statement of the portal with the same parameters; /dataset one record by slug.
import fs from 'node:fs'
import http from 'node:http'
import pg from 'pg'
import { ranking, searching } from './statements.mjs'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 12, // as many as the portal has
  application_name: 'bare',
  // A word's frequency decides the plan: a generic plan would make this baseline slower than it can be.
  options: '-c plan_cache_mode=force_custom_plan',
})
const workload = JSON.parse(fs.readFileSync(process.env.BENCH_WORKLOAD, 'utf8'))

const statements = {
  '/search': (n) => searching(workload.searches[n], false),
  '/hits': (n) => searching(workload.searches[n], true),
  '/ranked': (n) => ranking(workload.searches[n]),
  '/portal-search': (n) => ({
    name: 'portal-search',
    text: 'SELECT search_datasets($1)',
    values: [workload.searches[n].request],
  }),
  '/suggest': (n) => ({ name: 'suggest', text: workload.suggest.text, values: workload.suggest.values[n] }),
  '/dataset': (n) => ({
    name: 'dataset',
    text: 'SELECT v.record FROM dataset d JOIN dataset_version v ON v.id = d.current_id WHERE d.slug = $1',
    values: [`bench-${n}`],
  }),
  '/count': () => 'SELECT count(*)::int AS datasets FROM bare_dataset',
}

const server = http.createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost')
  try {
    const { rows } = await pool.query(statements[pathname](searchParams.get('n')))
    const body = JSON.stringify(rows)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(Number(process.env.PORT), process.env.HOSTNAME)
process.once('SIGTERM', () => process.exit(0))
