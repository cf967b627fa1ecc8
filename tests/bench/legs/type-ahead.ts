// Type-ahead: suggestions for beginnings of words.
import { compare } from '../measure'
import { ratioRow } from '../report'
import { withColdCaches } from './cold'
import type { Leg } from './leg'

export const typeAheadLeg: Leg = async ({ portal, bare, workload, databaseUrl, seconds, size }) => {
  const { typed } = workload.suggest
  const api = { origin: portal.origin, paths: typed.map((text) => `/api/v1/suggestions?q=${text}`) }
  const same = { origin: bare.origin, paths: typed.map((_, n) => `/suggest?n=${n}`) }
  const result = await withColdCaches(databaseUrl, () => compare(api, same, seconds))
  return [ratioRow('type-ahead', `beginnings of words, at ${size} : bare http + pg, same SQL`, result, null)]
}
