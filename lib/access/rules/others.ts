import { type GrantPeriod, lifeOfGrant } from './grants'
import type { ItemState } from './states'

type Item = { readonly datasetId: string; readonly workflowId: string; readonly state: ItemState }
type Grant = GrantPeriod & { readonly datasetId: string }

const isOthers = (handles: readonly string[]) => (item: Pick<Item, 'workflowId'>) => !handles.includes(item.workflowId)

/** The datasets of a request that keep a handler from closing it: those that others handle and that wait, or whose grants are not over. */
export const keptOpen = (
  items: readonly Item[],
  grants: readonly Grant[],
  handles: readonly string[],
  now: Date,
): string[] => {
  const living = grants.filter((grant) => lifeOfGrant(grant, now) !== 'over')
  const granted = new Set(living.map(({ datasetId }) => datasetId))
  return items
    .filter(isOthers(handles))
    .filter(({ datasetId, state }) => state === 'requested' || granted.has(datasetId))
    .map(({ datasetId }) => datasetId)
}

/** The datasets that wait again when a handler reopens a request: their own that are still part of it; what others judged stays judged. */
export const waitingAgain = (items: readonly Item[], handles: readonly string[]): string[] =>
  items
    .filter(({ state, workflowId }) => state !== 'removed' && handles.includes(workflowId))
    .map(({ datasetId }) => datasetId)

type Round = { readonly id: string; readonly workflowId: string; readonly closedAt: Date | null }

/** The running rounds of others that a handler takes back by returning a request: those are told. */
export const takenBack = (rounds: readonly Round[], handles: readonly string[]): string[] =>
  rounds
    .filter(isOthers(handles))
    .filter(({ closedAt }) => closedAt === null)
    .map(({ id }) => id)
