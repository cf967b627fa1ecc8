'use client'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { SheetCell as Cell, SheetSlot, SheetWeek } from '@/lib/booking/rules/sheet'
import { type CellLook, type CellView, type Surroundings, viewOf } from './cell-view'
import { fill } from './fill'
import { numberOf } from './naming'
import { isOpen, keyOf, type Spot } from './picking'

const looks: Record<CellLook, string> = {
  free: 'border-dashed border-edge/60 text-soft hover:border-accent hover:text-accent',
  picked: 'border-accent bg-accent-soft font-medium text-accent inset-ring inset-ring-accent',
  poor: 'border-dashed border-red/35 text-red',
  mine: 'border-accent bg-accent font-medium text-on-accent',
  ours: 'border-accent bg-accent-soft text-accent',
  other: 'border-transparent bg-sunken text-soft',
  held: 'border-transparent bg-amber-soft text-amber',
  claim: 'border-amber bg-amber-soft font-medium text-amber',
  shut: 'border-line bg-hatched text-soft',
  gone: 'border-transparent text-soft',
}
/** The colour of the sign beside the words. */
const inks: Partial<Record<CellLook, string>> = { mine: 'text-on-accent', held: 'text-amber', claim: 'text-amber' }
const box = 'flex h-9 w-full min-w-0 items-center gap-1.5 rounded-md border px-2.5 text-left text-sm no-underline'

/** What all cells of a sheet share. `live`: scripts run, and the sheet is moved about on by arrow keys. */
export type CellsShare = Surroundings & { readonly live: boolean; readonly mayAct: boolean; readonly moving: boolean }

export type CellProps = {
  readonly cell: Cell
  readonly slot: SheetSlot
  readonly week: SheetWeek
  readonly spot: Spot
  readonly picked: boolean
  readonly active: boolean
  /** Left out on a phone, which shows one column. */
  readonly far: boolean
  readonly share: CellsShare
}

/** One slot week: a button where it can be booked, a link where it is one's own, words where it is neither. */
export function SheetCell({ cell, slot, week, spot, picked, active, far, share }: CellProps) {
  const view = viewOf(cell, slot, picked, share)
  const where = fill(share.words.where, { week: numberOf(week.name), slot: slot.name })
  const small = share.mayAct ? besidesOf(cell, week, share.acting) : null
  const selected = isOpen(cell) ? picked : undefined
  const grid = share.live && { role: 'gridcell', tabIndex: active ? 0 : -1, 'aria-selected': selected }
  return (
    <td
      {...grid}
      data-row={spot.row}
      data-column={spot.column}
      className={classes('p-1 focus-visible:-outline-offset-2 max-lg:scroll-mb-40', far && 'max-sm:hidden')}
    >
      <div className="relative flex items-center">
        <Main cell={cell} view={view} share={share} className={small ? 'pr-9' : undefined}>
          <span className="sr-only">{[where, view.text, view.about].filter(Boolean).join(', ')}</span>
          {view.icon && <Icon name={view.icon} className="size-3.5" />}
          <span aria-hidden="true" className="min-w-0 truncate">
            {view.look === 'free' ? `${view.text} · ${slot.gpus}` : view.text}
          </span>
        </Main>
        {small && <Besides small={small} where={where} share={share} className={inks[view.look]} />}
      </div>
    </td>
  )
}

type MainProps = { cell: Cell; view: CellView; share: CellsShare; className?: string; children: ReactNode }

function Main({ cell, view, share: { live, mayAct, moving }, className, children }: MainProps) {
  const tabIndex = live ? -1 : undefined
  const look = classes(box, looks[view.look], className)
  const [act, value] = cell.holdId ? ['claim', cell.holdId] : [moving ? 'move' : 'book', keyOf(cell)]
  if (mayAct && (isOpen(cell) || cell.holdId))
    return (
      <button type="submit" name={act} value={value} tabIndex={tabIndex} className={look}>
        {children}
      </button>
    )
  if (cell.bookingId)
    return (
      <a href={`/bookings/${cell.bookingId}`} tabIndex={tabIndex} draggable={false} className={look}>
        {children}
      </a>
    )
  return (
    <div className={look} title={view.text}>
      {children}
    </div>
  )
}

type Small = { readonly name: 'cancel' | 'decline' | 'leave' | 'undo' | 'wait'; readonly value: string }
const smallIcons = { cancel: 'cross', decline: 'cross', leave: 'cross', undo: 'undo', wait: 'clock' } as const

/** What else can be done to a cell, beside the first: let go of what one has, or wait for what one has not. */
function besidesOf(cell: Cell, { isCurrent, isPast }: SheetWeek, acting: string | null): Small | null {
  const { state, life, bookingId, bookedWeekId, holdId, placeId } = cell
  const own = bookingId && cell.project?.slug === acting
  if (own && life === 'booked') return { name: 'cancel', value: `${bookingId}/${bookedWeekId}` }
  if (own && state === 'closing') return { name: 'undo', value: `${bookingId}/ending` }
  if (holdId) return { name: 'decline', value: holdId }
  if (placeId) return { name: 'leave', value: placeId }
  const waits = ['other', 'hidden', 'held', 'closing'].includes(state) && !isCurrent && !isPast
  return waits ? { name: 'wait', value: keyOf(cell) } : null
}

type BesidesProps = { small: Small; where: string; share: CellsShare; className?: string }

function Besides({ small: { name, value }, where, share, className = 'text-soft' }: BesidesProps) {
  const word = share.words[name]
  return (
    <button
      type="submit"
      name={name}
      value={value}
      title={word}
      tabIndex={share.live ? -1 : undefined}
      data-leaves={smallIcons[name] === 'cross' || undefined}
      className={`absolute right-1 grid size-7 place-items-center rounded-sm border border-transparent hover:border-current ${className}`}
    >
      <Icon name={smallIcons[name]} className="size-3.5" />
      <span className="sr-only">
        {word}: {where}
      </span>
    </button>
  )
}
