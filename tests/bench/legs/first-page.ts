// The first page by a common word, with its facets and total, against ranking every hit: in the database alone, one at a time.
import pg from 'pg'
import { ranking } from '../bare/statements.mjs'
import { quantile } from '../measure'
import type { Leg } from './leg'
import { pickSearches } from './search'

const MOST = 0.1
const TRIES = 15

async function milliseconds(db: pg.Client, query: pg.QueryConfig): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < TRIES; turn += 1) {
    const started = performance.now()
    await db.query(query)
    times.push(performance.now() - started)
  }
  return quantile(times, 0.5)
}

export const firstPageLeg: Leg = async ({ databaseUrl, workload, size }) => {
  const searches = pickSearches(
    workload,
    (search) => search.class === 'common' && !search.modality && !search.access,
  ).slice(0, 12)
  const db = new pg.Client({ connectionString: databaseUrl, options: '-c max_parallel_workers_per_gather=0' })
  await db.connect()
  const pairs: { page: number; all: number }[] = []
  for (const search of searches) {
    const page = await milliseconds(db, {
      name: 'first-page',
      text: 'SELECT search_datasets($1)',
      values: [search.request],
    })
    pairs.push({ page, all: await milliseconds(db, ranking(search)) })
  }
  await db.end()
  const shares = pairs.map(({ page, all }) => page / all)
  const share = quantile(shares, 0.5)
  const told = (side: 'page' | 'all') =>
    `p50 ${quantile(
      pairs.map((pair) => pair[side]),
      0.5,
    ).toFixed(2)} ms`
  return [
    {
      leg: 'first-page',
      what: `hits of the first page by a common word, at ${size} : every hit ranked`,
      portal: told('page'),
      baseline: told('all'),
      figure: `${share.toFixed(3)} (${Math.min(...shares).toFixed(3)}–${Math.max(...shares).toFixed(3)})`,
      target: `< ${MOST}`,
      met: share < MOST,
    },
  ]
}
