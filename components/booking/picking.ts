import type { CellState, SheetCell, SheetWeek } from '@/lib/booking/rules/sheet'

/** A place on the sheet: which row, and which column of it. */
export type Spot = { readonly row: number; readonly column: number }

/** A slot week that was picked, with what must be known of it when its page is not shown any more. */
export type Picked = {
  readonly key: string
  readonly slotId: string
  readonly week: string
  readonly name: string
  readonly slot: string
  readonly gpus: number
}
export type Picks = ReadonlyMap<string, Picked>

/** What is picked: one by one, and the block that is being drawn, from where it began (the week of that row as well). */
export type Picking = {
  readonly picks: Picks
  readonly block: readonly Picked[]
  readonly active: Spot
  readonly from: (Spot & { readonly week: string | undefined }) | null
}

export const nothingPicked: Picking = { picks: new Map(), block: [], active: { row: 0, column: 0 }, from: null }

export const keyOf = ({ slotId, week }: Pick<SheetCell, 'slotId' | 'week'>): string => `${slotId}/${week}`

const open = new Set<CellState>(['free', 'drop-in'])
/** Whether the cell can be picked: a hold is claimed by itself. */
export const isOpen = ({ state }: Pick<SheetCell, 'state'>): boolean => open.has(state)

function pickOf(week: SheetWeek, column: number): Picked | null {
  const [cell, slot] = [week.cells[column], week.slots[column]]
  if (!cell || !slot || !isOpen(cell)) return null
  return { key: keyOf(cell), slotId: cell.slotId, week: cell.week, name: week.name, slot: slot.name, gpus: slot.gpus }
}

const span = (a: number, b: number): number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, n) => Math.min(a, b) + n)

/** The open cells of the block between two corners. */
function between(weeks: readonly SheetWeek[], a: Spot, b: Spot): Picked[] {
  return span(a.row, b.row).flatMap((row) =>
    span(a.column, b.column).flatMap((column) => (weeks[row] && pickOf(weeks[row], column)) ?? []),
  )
}

/** All of it as if picked one by one. */
const settle = ({ picks, block }: Picking): Picks => new Map([...picks, ...block.map((one) => [one.key, one] as const)])

/**
 * All that is picked and can still be: a cell in sight that somebody else took is not picked any more. In the order of slot and week.
 */
export function picked(weeks: readonly SheetWeek[], picking: Picking): Picked[] {
  const inSight = new Map(
    weeks.flatMap((week) => week.cells.map((cell, at) => [keyOf(cell), pickOf(week, at)] as const)),
  )
  return [...settle(picking).values()]
    .flatMap((one) => (inSight.has(one.key) ? (inSight.get(one.key) ?? []) : one))
    .toSorted((a, b) => (a.slot === b.slot ? (a.week < b.week ? -1 : 1) : a.slot < b.slot ? -1 : 1))
}

/** Lets go of these, and of nothing that was picked meanwhile. */
export const without = (picking: Picking, keys: readonly string[]): Picking => {
  const kept = [...settle(picking).keys()].filter((key) => !keys.includes(key))
  return keepOnly(picking, new Set(kept))
}

/** Goes to a cell and picks nothing more. */
export const goTo = (picking: Picking, active: Spot): Picking => ({
  picks: settle(picking),
  block: [],
  active,
  from: null,
})

/** Draws a block up to a cell: from where one was begun on these weeks, else from the active cell; what it held before and does not now is let go. */
export function drawTo(picking: Picking, weeks: readonly SheetWeek[], active: Spot): Picking {
  const { from } = picking
  const begun = from !== null && weeks[from.row]?.week === from.week
  const { picks, from: start } = begun
    ? { picks: picking.picks, from }
    : { picks: settle(picking), from: { ...picking.active, week: weeks[picking.active.row]?.week } }
  return { picks, block: between(weeks, start, active), active, from: start }
}

/** Picks an open cell, or lets go of it. */
export function toggle(picking: Picking, weeks: readonly SheetWeek[], active: Spot): Picking {
  const picks = new Map(settle(picking))
  const week = weeks[active.row]
  const one = week ? pickOf(week, active.column) : null
  if (one && !picks.delete(one.key)) picks.set(one.key, one)
  return { picks, block: [], active, from: null }
}

/** Lets go of everything but these. */
export const keepOnly = (picking: Picking, keys: ReadonlySet<string>): Picking => ({
  ...goTo(picking, picking.active),
  picks: new Map([...settle(picking)].filter(([key]) => keys.has(key))),
})

/** Where a key leads from a cell; null where it leads nowhere. */
export function step(key: string, whole: boolean, { row, column }: Spot, weeks: readonly SheetWeek[]): Spot | null {
  const last = weeks.length - 1
  const wide = (at: number) => (weeks[at]?.cells.length ?? 1) - 1
  const to = (nextRow: number, nextColumn: number): Spot => {
    const at = Math.max(0, Math.min(last, nextRow))
    return { row: at, column: Math.max(0, Math.min(wide(at), nextColumn)) }
  }
  const moves: Record<string, () => Spot> = {
    ArrowUp: () => to(row - 1, column),
    ArrowDown: () => to(row + 1, column),
    ArrowLeft: () => to(row, column - 1),
    ArrowRight: () => to(row, column + 1),
    Home: () => to(whole ? 0 : row, 0),
    End: () => to(whole ? last : row, Number.MAX_SAFE_INTEGER),
  }
  return moves[key]?.() ?? null
}
