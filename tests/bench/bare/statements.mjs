// The SQL of the baseline, one statement for each combination of filters.

/** @typedef {{ words: string, modality?: string, access?: string }} Search */

const columns = ['modality', 'organ', 'annotated', 'access']

/** The conditions on the filters of a search but the one of column `beside`. */
function conditions(search, beside) {
  const filters = ['modality', 'access'].filter((column) => search[column])
  const all = filters
    .map((column, i) => (column === beside ? '' : `${column} = $${i + 2}`))
    .filter((condition) => condition !== '')
  return all.length === 0 ? 'true' : all.join(' AND ')
}

const values = (search) => [search.words, search.modality, search.access].filter((value) => value !== undefined)
const shapeOf = (search) => `${search.modality ? 'm' : ''}${search.access ? 'a' : ''}`
const matching = "tsv @@ websearch_to_tsquery('english', $1)"

/** Facets, each without its own filter, and the total, from one materialized CTE of cells; with `hits` the newest 20 as well. */
export function searching(search, hits) {
  const counts = [
    ...columns.map(
      (column) =>
        `SELECT '${column}' AS facet, ${column}::text AS value, sum(n)::int AS n FROM m WHERE ${conditions(search, column)} GROUP BY 2`,
    ),
    `SELECT 'total', NULL, coalesce(sum(n), 0)::int FROM m WHERE ${conditions(search)}`,
  ].join(' UNION ALL ')
  const newest = `, (SELECT json_agg(card) FROM (SELECT card FROM bare_dataset WHERE ${matching} AND ${conditions(search)}
    ORDER BY published DESC, id DESC LIMIT 20) h) AS hits`
  const text = `WITH m AS MATERIALIZED (SELECT ${columns}, count(*) AS n FROM bare_dataset WHERE ${matching} GROUP BY 1, 2, 3, 4)
    SELECT (SELECT json_agg(f) FROM (${counts}) f) AS facets${hits ? newest : ''}`
  return { name: `search-${shapeOf(search)}-${hits}`, text, values: values(search) }
}

/** The first page by rank, every hit ranked. */
export function ranking(search) {
  const text = `SELECT card FROM bare_dataset WHERE ${matching} AND ${conditions(search)}
    ORDER BY ts_rank(tsv, websearch_to_tsquery('english', $1)) DESC, published DESC LIMIT 20`
  return { name: `ranked-${shapeOf(search)}`, text, values: values(search) }
}
