'use client'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { SheetWeek } from '@/lib/booking/rules/sheet'
import { drawTo, goTo, nothingPicked, type Picking, picked, type Spot, step, toggle } from './picking'

/** What the keys of the sheet lead to besides picking. */
export type Acts = {
  /** Books what is picked. */
  readonly book: () => void
  readonly send: (button: HTMLButtonElement) => void
  /** Turns the page to earlier or later weeks. */
  readonly turn: (to: 'earlier' | 'later') => void
}
type Change = (change: (now: Picking) => Picking) => void
type Table = HTMLTableElement

const cellOf = (target: EventTarget): HTMLTableCellElement | null =>
  target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-row]') : null
const spotOf = ({ dataset }: HTMLTableCellElement): Spot => ({
  row: Number(dataset.row),
  column: Number(dataset.column),
})
const isSame = (a: Spot, b: Spot): boolean => a.row === b.row && a.column === b.column

/** Does what the cell's own button or link does; `leaves` asks for the one that lets go of what one has. */
function press(cell: HTMLTableCellElement, leaves: boolean, send: Acts['send']): void {
  const control = cell.querySelector<HTMLElement>(leaves ? 'button[data-leaves]' : 'a, button')
  if (control instanceof HTMLButtonElement) send(control)
  else control?.click()
}

function goByKey(event: KeyboardEvent<Table>, from: Spot, weeks: readonly SheetWeek[], change: Change): boolean {
  const to = step(event.key, event.ctrlKey || event.metaKey, from, weeks)
  if (!to) return false
  change((now) => (event.shiftKey ? drawTo(now, weeks, to) : goTo(now, to)))
  event.currentTarget.querySelector<HTMLElement>(`td[data-row="${to.row}"][data-column="${to.column}"]`)?.focus()
  return true
}

function pickByKey(key: string, spot: Spot, weeks: readonly SheetWeek[], change: Change): boolean {
  if (key === ' ') change((now) => toggle(now, weeks, spot))
  else if (key === 'Escape') change(({ active }) => ({ ...nothingPicked, active }))
  else return false
  return true
}

function actByKey(key: string, cell: HTMLTableCellElement, picks: number, acts: Acts): boolean {
  if (key === 'Enter') picks > 0 ? acts.book() : press(cell, false, acts.send)
  else if (key === 'Delete' || key === 'Backspace') press(cell, true, acts.send)
  else if (key === 'PageUp') acts.turn('earlier')
  else if (key === 'PageDown') acts.turn('later')
  else return false
  return true
}

/** Drawing a block by mouse or pen; a finger scrolls, and picks by tapping. */
function usePointer(weeks: readonly SheetWeek[], change: Change) {
  const from = useRef<Spot | null>(null)
  const drawn = useRef(false)
  const onPointerDown = (event: PointerEvent<Table>) => {
    const cell = event.button === 0 && event.pointerType !== 'touch' ? cellOf(event.target) : null
    from.current = cell && spotOf(cell)
    drawn.current = event.shiftKey && cell !== null
    if (cell) change((now) => (event.shiftKey ? drawTo(now, weeks, spotOf(cell)) : goTo(now, spotOf(cell))))
  }
  const onPointerOver = (event: PointerEvent<Table>) => {
    const [start, cell] = [from.current, cellOf(event.target)]
    if (!start || !cell || !(event.buttons & 1) || (!drawn.current && isSame(start, spotOf(cell)))) return
    const begun = drawn.current
    change((now) => drawTo(begun ? now : goTo(now, start), weeks, spotOf(cell)))
    drawn.current = true
  }
  const onClick = (event: MouseEvent<Table>) => {
    const cell = cellOf(event.target)
    const books = event.target instanceof Element && event.target.closest('button[name="book"]')
    if (!cell || !(books || drawn.current)) return
    event.preventDefault()
    if (!drawn.current) change((now) => toggle(now, weeks, spotOf(cell)))
    cell.focus({ preventScroll: true })
  }
  return { onPointerDown, onPointerOver, onClick }
}

/**
 * What is picked on the sheet (`selected`: in GPU weeks), by pointer and by keyboard (the grid pattern of WAI-ARIA). Where cells are
 * not there to be picked (`isPicked`), the keys go about and act all the same.
 */
export function usePicking(weeks: readonly SheetWeek[], isPicked: boolean, acts: Acts) {
  const [picking, change] = useState(nothingPicked)
  const picks = useMemo(() => (isPicked ? picked(weeks, picking) : []), [weeks, picking, isPicked])
  const pointer = usePointer(weeks, change)
  const onKeyDown = (event: KeyboardEvent<Table>) => {
    const cell = cellOf(event.target)
    if (!cell || event.altKey) return
    const spot = spotOf(cell)
    const done =
      goByKey(event, spot, weeks, change) ||
      pickByKey(event.key, spot, weeks, change) ||
      actByKey(event.key, cell, picks.length, acts)
    if (done) event.preventDefault()
  }
  const onFocus = ({ target }: FocusEvent<Table>) => {
    const cell = cellOf(target)
    if (cell) change((now) => (isSame(now.active, spotOf(cell)) ? now : { ...now, active: spotOf(cell) }))
  }
  const selected = picks.reduce((sum, { gpus }) => sum + gpus, 0)
  return { picks, selected, active: picking.active, change, handlers: { ...pointer, onKeyDown, onFocus } }
}
