import type { State } from './states'
import type { Turn } from './turn'

/** Which requests of the queue are wanted, as plain values. */
export type Filter = {
  readonly q?: string | undefined
  readonly state: readonly string[]
  readonly turn: readonly string[]
  readonly processing: readonly string[]
  readonly workflow?: string | undefined
  readonly dataset?: string | undefined
  readonly waitingSince?: string | undefined
  readonly mine: boolean
  readonly overdue: boolean
  readonly show?: 'waiting' | 'all' | undefined
  readonly order: 'longest' | 'latest'
}

/**
 * What waits for somebody is shown unless the filter asks for more: a state, a turn, a processing state and words find what is over, too.
 */
export function showsAll({ show, state, turn, processing, q }: Filter): boolean {
  if (show !== undefined) return show === 'all'
  return state.length > 0 || turn.length > 0 || processing.length > 0 || q !== undefined
}

/** How many requests have this state, this turn, this processing state, something for the reader to do, and waited too long. */
export type Cell = {
  readonly state: State
  readonly turn: Turn
  /** Its id; null: none. */
  readonly processing: string | null
  readonly mine: boolean
  readonly overdue: boolean
  readonly n: number
}

type Beside = 'state' | 'turn' | 'processing' | 'mine' | 'overdue'

const fits = (filter: Filter, cell: Cell, beside: Beside | null): boolean =>
  (beside === 'state' || filter.state.length === 0 || filter.state.includes(cell.state)) &&
  (beside === 'turn' || filter.turn.length === 0 || filter.turn.includes(cell.turn)) &&
  (beside === 'processing' ||
    filter.processing.length === 0 ||
    (cell.processing !== null && filter.processing.includes(cell.processing))) &&
  (beside === 'mine' || !filter.mine || cell.mine) &&
  (beside === 'overdue' || !filter.overdue || cell.overdue)

function counted<Key extends string>(cells: readonly Cell[], keyOf: (cell: Cell) => Key): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const cell of cells) counts[keyOf(cell)] = (counts[keyOf(cell)] ?? 0) + cell.n
  return counts
}

const sum = (cells: readonly Cell[]): number => cells.reduce((all, { n }) => all + n, 0)

/** How many each choice would leave, the other choices kept: each facet is counted without its own. */
export function facetsOf(cells: readonly Cell[], filter: Filter) {
  const without = (beside: Beside | null) => cells.filter((cell) => fits(filter, cell, beside))
  return {
    total: sum(without(null)),
    state: counted(without('state'), ({ state }) => state),
    turn: counted(without('turn'), ({ turn }) => turn),
    processing: counted(
      without('processing').filter(({ processing }) => processing !== null),
      ({ processing }) => processing ?? '',
    ),
    mine: sum(without('mine').filter(({ mine }) => mine)),
    overdue: sum(without('overdue').filter(({ overdue }) => overdue)),
  }
}

/** A filter as the query of its address: what is not asked for is left out, and equal filters read alike. */
export function queryOf({ state, turn, processing, mine, overdue, order, ...words }: Filter): string {
  const { q, workflow, dataset, waitingSince, show } = words
  const pairs: (readonly [string, string | undefined])[] = [
    ['q', q],
    ...state.toSorted().map((one) => ['state', one] as const),
    ...turn.toSorted().map((one) => ['turn', one] as const),
    ...processing.toSorted().map((one) => ['processing', one] as const),
    ['workflow', workflow],
    ['dataset', dataset],
    ['waitingSince', waitingSince],
    ['mine', mine ? 'true' : undefined],
    ['overdue', overdue ? 'true' : undefined],
    ['show', show],
    ['order', order === 'longest' ? undefined : order],
  ]
  return new URLSearchParams(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))).toString()
}

/** A place in the queue: since when, and the id. */
export type Place = { readonly since: Date; readonly id: string }

export const cursorOf = ({ since, id }: Place): string => `${since.toISOString()}_${id}`

/** The place that a cursor names; null where it names none, which reads as the beginning. */
export function placeOf(cursor: string | undefined): Place | null {
  const [since, id] = cursor?.split('_') ?? []
  if (!since || !id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return Number.isNaN(Date.parse(since)) ? null : { since: new Date(since), id }
}
