import type { Became, ItemState } from './states'

type Item = { readonly datasetId: string; readonly state: ItemState }
type Grant = { readonly datasetId: string; readonly endKind: string | null; readonly endReason: string | null }

const newestOf = <G extends Grant>(datasetId: string, grants: readonly G[]): G | undefined =>
  grants.findLast((grant) => grant.datasetId === datasetId)

/** Taken away by a handler, or ended with a request that was closed: nobody uses data by it again. */
const isTaken = (endKind: string | null | undefined): boolean => endKind === 'revoked' || endKind === 'closed'

/** What came of a dataset: what was approved and whose newest grant was taken away or closed is revoked. Grants: the oldest first. */
export const becameOf = ({ datasetId, state }: Item, grants: readonly Grant[]): Became =>
  state === 'approved' && isTaken(newestOf(datasetId, grants)?.endKind) ? 'revoked' : state

/** Why a request has come to an end that nobody gave it by itself: the last reason of those that brought it there; null for others. */
export function reasonOf(
  state: string,
  items: readonly (Item & { readonly reason: string | null })[],
  grants: readonly Grant[],
): string | null {
  if (state === 'rejected') return items.findLast((item) => item.state === 'rejected')?.reason ?? null
  const taken = grants.filter(({ datasetId, endKind }) => {
    const item = items.find((one) => one.datasetId === datasetId)
    return item?.state === 'approved' && isTaken(endKind)
  })
  return state === 'revoked' ? (taken.at(-1)?.endReason ?? null) : null
}
