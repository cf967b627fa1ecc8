import fs from 'node:fs'
import pg from 'pg'

export const dynamic = 'force-dynamic'

const held = globalThis
held.pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
held.workload ??= process.env.BENCH_WORKLOAD
  ? JSON.parse(fs.readFileSync(process.env.BENCH_WORKLOAD, 'utf8'))
  : undefined

/** The hits of the same statement that the portal's search page sends, as plain rows. */
export default async function Page({ searchParams }) {
  const { n } = await searchParams
  const { rows } = await held.pool.query({
    name: 'portal-search',
    text: 'SELECT search_datasets($1) AS answer',
    values: [held.workload.searches[Number(n)].request],
  })
  return (
    <ul>
      {(rows[0].answer.items ?? []).map((hit) => (
        <li key={hit.slug}>
          <a href={`/datasets/${hit.slug}`}>{hit.title}</a>
          <p>{hit.abstract}</p>
          <p>
            {hit.modalities.join(', ')} {hit.organs.join(', ')} {hit.year} {hit.scans} {hit.bytes}
          </p>
        </li>
      ))}
    </ul>
  )
}
