import { type Cell, isRunning, occupancyOf } from './cell'
import type { BookedState } from './ending'
import { lifeOf } from './life'
import type { CellState, SheetCell } from './sheet'

/** The project that stands in a slot week. */
export type Owner = { readonly id: string; readonly slug: string; readonly name: string; readonly hidden: boolean }

/** Who looks: the project acted for, those they take part in, and whether they administer compute or the hub. */
export type Reader = {
  readonly actingId: string | null
  readonly ownIds: ReadonlySet<string>
  readonly seesAll: boolean
}

/** A slot week with everything that its drawing needs. */
export type Drawn = Cell & {
  readonly owner: Owner | null
  readonly readyAt: Date | null
  readonly reason: string | null
}

const isOwn = ({ actingId, ownIds }: Reader, projectId: string): boolean =>
  projectId === actingId || ownIds.has(projectId)

/** Whose it is, as the reader may know: a project that asked for it is hidden from everyone outside. */
function ownedState({ owner }: Drawn, reader: Reader): CellState {
  if (!owner) return 'hidden'
  if (isOwn(reader, owner.id)) return 'mine'
  return owner.hidden && !reader.seesAll ? 'hidden' : 'other'
}

function stateOf(cell: Drawn, reader: Reader, now: Date): CellState {
  const occupancy = occupancyOf(cell, reader.actingId ?? '', now)
  switch (occupancy) {
    case 'over':
      if (cell.booked?.state === 'booked') return ownedState(cell, reader)
      return cell.closureId !== null ? 'closed' : 'past'
    case 'mine':
    case 'taken':
      return ownedState(cell, reader)
    case 'held':
    case 'held-mine':
      return cell.hold && isOwn(reader, cell.hold.projectId) ? 'held-mine' : 'held'
    case 'waiting-first':
      return 'held'
    case 'free':
      return isRunning(cell, now) ? 'drop-in' : 'free'
    default:
      return occupancy
  }
}

const until = (cell: Drawn, state: CellState): Date | null => {
  if (state === 'closing') return cell.booked?.countsUntil ?? null
  return state === 'held' || state === 'held-mine' ? (cell.hold?.until ?? null) : null
}

/** A slot week as this reader sees it. */
export function drawCell(cell: Drawn, reader: Reader, now: Date): SheetCell {
  const state = stateOf(cell, reader, now)
  const { owner, booked } = cell
  const shown = ['mine', 'other', 'closing'].includes(state) && owner !== null
  const named = shown && (isOwn(reader, owner.id) || reader.seesAll || !owner.hidden)
  const acts = shown && booked !== null && (isOwn(reader, owner.id) || reader.seesAll)
  const place = cell.waiting.find(({ projectId }) => projectId === reader.actingId)
  const lives = booked !== null && booked.state === 'booked'
  return {
    slotId: cell.slot,
    week: cell.week,
    state,
    project: named ? { slug: owner.slug, name: owner.name } : null,
    bookingId: acts ? booked.bookingId : null,
    bookedWeekId: acts ? booked.id : null,
    life: lives ? lifeOf({ ...cell, state: booked.state as BookedState }, now) : null,
    until: until(cell, state)?.toISOString() ?? null,
    waiting: cell.endsAt <= now ? 0 : cell.waiting.length,
    waitingMine: place !== undefined,
    holdId: state === 'held-mine' ? (cell.hold?.id ?? null) : null,
    placeId: place?.id ?? null,
    reason: state === 'closed' ? cell.reason : null,
  }
}
