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

/** What is picked: one by one, and the block from where it began to where it was drawn. */
export type Picking = { readonly picks: Picks; readonly active: Spot; readonly from: Spot | null }

export const nothingPicked: Picking = { picks: new Map(), active: { row: 0, column: 0 }, from: null }

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
function block(weeks: readonly SheetWeek[], a: Spot, b: Spot): Picked[] {
  return span(a.row, b.row).flatMap((row) =>
    span(a.column, b.column).flatMap((column) => (weeks[row] && pickOf(weeks[row], column)) ?? []),
  )
}

const joined = (picks: Picks, more: readonly Picked[]): Picks =>
  new Map([...picks, ...more.map((one) => [one.key, one] as const)])

/** All that is picked and can still be: a cell in sight that somebody else took is not picked any more. In the order of slot and week. */
export function picked(weeks: readonly SheetWeek[], { picks, active, from }: Picking): Picked[] {
  const inSight = new Map(
    weeks.flatMap((week) => week.cells.map((cell, at) => [keyOf(cell), pickOf(week, at)] as const)),
  )
  const all = from ? joined(picks, block(weeks, from, active)) : picks
  return [...all.values()]
    .flatMap((one) => (inSight.has(one.key) ? (inSight.get(one.key) ?? []) : one))
    .toSorted((a, b) => (a.slot === b.slot ? (a.week < b.week ? -1 : 1) : a.slot < b.slot ? -1 : 1))
}

const settle = (picking: Picking, weeks: readonly SheetWeek[]): Picks =>
  picking.from ? joined(picking.picks, block(weeks, picking.from, picking.active)) : picking.picks

/** Goes to a cell and picks nothing more. */
export const goTo = (picking: Picking, weeks: readonly SheetWeek[], active: Spot): Picking => ({
  picks: settle(picking, weeks),
  active,
  from: null,
})

/** Begins a block at a cell. */
export const drawFrom = (picking: Picking, weeks: readonly SheetWeek[], from: Spot): Picking => ({
  ...goTo(picking, weeks, from),
  from,
})

/** Draws the block up to a cell: the one that was begun, else one from the active cell on. */
export const drawTo = (picking: Picking, active: Spot): Picking => ({
  ...picking,
  active,
  from: picking.from ?? picking.active,
})

/** Picks an open cell, or lets go of it. */
export function toggle(picking: Picking, weeks: readonly SheetWeek[], active: Spot): Picking {
  const picks = new Map(settle(picking, weeks))
  const week = weeks[active.row]
  const one = week ? pickOf(week, active.column) : null
  if (one && !picks.delete(one.key)) picks.set(one.key, one)
  return { picks, active, from: null }
}

/** Lets go of everything but these. */
export const keepOnly = (picking: Picking, keys: ReadonlySet<string>, weeks: readonly SheetWeek[]): Picking => ({
  ...picking,
  picks: new Map([...settle(picking, weeks)].filter(([key]) => keys.has(key))),
  from: null,
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
