// How the time of one search grows with the catalogue: words that 5 to 50 datasets have, at each size.
import { oneByOne, quantile } from '../measure'
import type { Row } from '../report'
import { withColdCaches } from './cold'
import type { Scene } from './leg'
import { apiSide, pickSearches } from './search'

const MOST_GROWTH = 3

/** Milliseconds, half of the searches by a rare word alone take less; one request at a time, caches cold. */
export async function timeOfRareSearch(scene: Scene): Promise<number> {
  const searches = pickSearches(
    scene.workload,
    (search) => search.class === 'rare' && !search.modality && !search.access,
  )
  return quantile(await withColdCaches(scene.databaseUrl, () => oneByOne(apiSide(scene, searches), scene.seconds)), 0.5)
}

/** The growth from the smallest size measured to the largest; the demand is from 1 000 to 1 000 000. */
export function growthRow(times: ReadonlyMap<number, number>): Row[] {
  const [first, last] = [[...times][0], [...times].at(-1)]
  if (!first || !last || first[0] === last[0]) return []
  const growth = last[1] / first[1]
  return [
    {
      leg: 'growth',
      what: `p50 of a search with 5 to 50 hits, from ${first[0]} to ${last[0]} datasets`,
      portal: [...times].map(([size, time]) => `${size}: ${time.toFixed(2)} ms`).join(', '),
      baseline: '–',
      figure: growth.toFixed(2),
      target: `≤ ${MOST_GROWTH}`,
      met: growth <= MOST_GROWTH,
    },
  ]
}
