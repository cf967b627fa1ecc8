// The search: API and page, by class of word, with result caches cold.
import { Problem } from '../../../scripts/steps/problem.mjs'
import { compare, type Side } from '../measure'
import { tells, totalOf } from '../portal'
import { type Row, ratioRow } from '../report'
import { classes, type Search, type Workload } from '../workload'
import { withColdCaches } from './cold'
import type { Leg, Scene } from './leg'

const targets = { rare: 0.3, middling: 0.5, common: 0.8 } as const

type Numbered = Search & { n: number }

/** The searches that `keep` names, with their numbers in the workload. */
export const pickSearches = ({ searches }: Workload, keep: (search: Search) => boolean): Numbered[] =>
  searches.map((search, n) => ({ ...search, n })).filter(keep)

export const bareSide = (scene: Scene, path: string, searches: readonly Numbered[]): Side => ({
  origin: scene.bare.origin,
  paths: searches.map(({ n }) => `${path}?n=${n}`),
})

export const apiSide = (scene: Scene, searches: readonly Numbered[]): Side => ({
  origin: scene.portal.origin,
  paths: searches.map(({ query }) => `/api/v1/datasets?limit=20${query}`),
})

type Bare = [{ facets: { facet: string; n: number }[] }]

/** Throws unless both sides find as many datasets by some of the searches. */
async function assertSameTotals(scene: Scene, searches: readonly Numbered[]): Promise<void> {
  for (const search of searches.slice(0, 8)) {
    const answer = (await (await fetch(`${scene.bare.origin}/search?n=${search.n}`)).json()) as Bare
    const truth = answer[0].facets.find(({ facet }) => facet === 'total')?.n ?? -1
    const found = await totalOf(scene.portal.origin, search.query)
    if (!tells(found, truth))
      throw new Problem(`${search.query}: the portal finds ${found.relation} ${found.value}, the baseline ${truth}.`)
  }
}

export const searchApiLeg: Leg = async (scene) => {
  const rows: Row[] = []
  for (const name of classes) {
    const searches = pickSearches(scene.workload, (search) => search.class === name)
    await assertSameTotals(scene, searches)
    const api = apiSide(scene, searches)
    const [facets, hits] = await withColdCaches(scene.databaseUrl, async () => [
      await compare(api, bareSide(scene, '/search', searches), scene.seconds),
      await compare(api, bareSide(scene, '/hits', searches), scene.seconds),
    ])
    rows.push(
      ratioRow('search-api', `${name} words, at ${scene.size} : bare http + pg, CTE of cells`, facets, targets[name]),
    )
    rows.push(ratioRow('search-api', `${name} words, at ${scene.size} : the same and the newest 20`, hits, null))
  }
  return rows
}

/** Of each class as many, in turn. */
function evenly(scene: Scene): Numbered[] {
  const byClass = classes.map((name) => pickSearches(scene.workload, (search) => search.class === name))
  const most = Math.max(...byClass.map((searches) => searches.length))
  return Array.from({ length: most }, (_, i) =>
    byClass.flatMap((searches) => searches[i % searches.length] ?? []),
  ).flat()
}

export const searchPageLeg: Leg = async (scene) => {
  const searches = evenly(scene)
  const page = { origin: scene.portal.origin, paths: searches.map(({ query }) => `/datasets?${query.slice(1)}`) }
  const list = { origin: scene.bareNext.origin, paths: searches.map(({ n }) => `/list?n=${n}`) }
  const [againstList, againstBare] = await withColdCaches(scene.databaseUrl, async () => [
    await compare(page, list, scene.seconds),
    await compare(page, bareSide(scene, '/portal-search', searches), scene.seconds),
  ])
  return [
    ratioRow('search-page', `even mix, at ${scene.size} : bare Next list, same SQL and rows`, againstList, 0.5),
    ratioRow('search-page', `even mix, at ${scene.size} : bare http + pg, same SQL`, againstBare, null),
  ]
}
