'use client'
import type { MouseEvent as Click, KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { SheetSlot, SheetWeek } from '@/lib/booking/rules/sheet'
import { fill } from './fill'
import { numberOf } from './naming'
import { keyOf, type Spot } from './picking'
import { type CellsShare, SheetCell } from './sheet-cell'

type Handlers = {
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
  onPointerDown: (event: PointerEvent<HTMLTableElement>) => void
  onPointerOver: (event: PointerEvent<HTMLTableElement>) => void
  onClick: (event: Click<HTMLTableElement>) => void
}
export type GridProps = {
  readonly weeks: readonly SheetWeek[]
  readonly picked: ReadonlySet<string>
  readonly active: Spot
  /** The column that a phone shows. */
  readonly column: number
  readonly label: string
  readonly share: CellsShare
  readonly handlers: Handlers
}

const sameSlots = (a: SheetWeek | undefined, b: SheetWeek): boolean =>
  a !== undefined && a.slots.length === b.slots.length && b.slots.every(({ id }, at) => a.slots[at]?.id === id)

/** The column that a phone shows of a week, which may have fewer slots than another. */
const shownOf = (column: number, { cells }: SheetWeek): number => Math.min(column, cells.length - 1)

/** Weeks as rows, slots as columns. Where the machine was divided anew, the slots are named again. */
export function SheetGrid({ weeks, picked, active, column, label, share, handlers }: GridProps) {
  const [first] = weeks
  const grid = share.live && { role: 'grid', 'aria-multiselectable': share.mayAct, ...handlers }
  return (
    <table {...grid} aria-label={label} className="w-full table-fixed border-separate border-spacing-0 select-none">
      <thead>{first && <Heads week={first} column={column} words={share.words} />}</thead>
      <tbody>
        {weeks.flatMap((week, row) => [
          row > 0 && !sameSlots(weeks[row - 1], week) && (
            <Heads key={`${week.week} slots`} week={week} column={column} words={share.words} />
          ),
          <Row key={week.week} week={week} words={share.words}>
            {week.cells.map((cell, at) => (
              <SheetCell
                key={keyOf(cell)}
                cell={cell}
                slot={week.slots[at] as SheetSlot}
                week={week}
                spot={{ row, column: at }}
                picked={picked.has(keyOf(cell))}
                active={row === active.row && at === active.column}
                far={at !== shownOf(column, week)}
                share={share}
              />
            ))}
          </Row>,
        ])}
      </tbody>
    </table>
  )
}

const headClass = 'border-b border-line p-1.5 text-left text-sm font-medium text-soft'

function Heads({ week, column, words }: { week: SheetWeek; column: number; words: CellsShare['words'] }) {
  return (
    <tr>
      <th scope="col" className={classes(headClass, 'w-28 sm:w-36')}>
        {words.week}
      </th>
      {week.slots.map(({ id, name, gpus }, at) => (
        <th key={id} scope="col" className={classes(headClass, at !== shownOf(column, week) && 'max-sm:hidden')}>
          {fill(words.slot, { slot: name })} <span className="font-normal">· {fill(words.gpus, { gpus })}</span>
        </th>
      ))}
    </tr>
  )
}

function Row({ week, words, children }: { week: SheetWeek; words: CellsShare['words']; children: ReactNode }) {
  const mark = week.isCurrent && 'shadow-[inset_3px_0_var(--color-accent)]'
  return (
    <tr className={classes('*:border-b *:border-line last:*:border-b-0', week.isCurrent && 'bg-accent-soft/40')}>
      <th scope="row" className={classes('px-2.5 text-left font-normal whitespace-nowrap', mark)}>
        <span className="font-semibold">{numberOf(week.name)}</span>{' '}
        <time dateTime={week.startsAt} className="text-sm text-soft">
          {week.week}
        </time>
        {week.isCurrent && <span className="block text-xs font-medium text-accent">{words.now}</span>}
      </th>
      {children}
    </tr>
  )
}
