import type { IconName } from '@/components/ui/icon'
import type { BudgetMeter, SheetCell, SheetSlot } from '@/lib/booking/rules/sheet'
import { fill } from './fill'
import type { SheetWord, SheetWords } from './words'

export type CellLook = 'free' | 'picked' | 'poor' | 'mine' | 'ours' | 'other' | 'held' | 'claim' | 'shut' | 'gone'
/** How a cell reads: its looks, its word in sight, and what a screen reader hears besides. */
export type CellView = {
  readonly look: CellLook
  readonly icon?: IconName
  readonly text: string
  readonly about?: string
}

/** What the words of a cell depend on besides the cell itself. `selected` is what is picked already, in GPU weeks. */
export type Surroundings = {
  readonly words: SheetWords
  /** The moment for which the sheet was read (ISO 8601). */
  readonly now: string
  /** The acting project, by its slug, and its budget; null where the reader cannot book for any. */
  readonly acting: string | null
  readonly meter: BudgetMeter | null
  readonly selected: number
  /** A week is being moved: what it would cost is told by whoever judges it. */
  readonly moving: boolean
}

const minute = 60_000
/** Hours from one moment to another, begun ones counted as whole; a minute more or less is none. */
export function hoursBetween(from: string, to: string): number {
  const ms = Date.parse(to) - Date.parse(from)
  return ms <= 0 ? 0 : Math.max(1, Math.ceil((ms - minute) / (60 * minute)))
}

function openView(word: SheetWord, { gpus }: SheetSlot, { words, meter, selected, moving }: Surroundings): CellView {
  if (moving) return { look: 'free', text: words.move }
  if (!meter) return { look: 'free', text: words[word] }
  const left = meter.budget - meter.used - selected
  const about = fill(words.cost, { gpus, left: Math.max(0, left) })
  if (gpus > left) return { look: 'poor', text: fill(words.over, { over: gpus - left }), about }
  return { look: 'free', text: words[word], about }
}

const lives = {
  booked: ['mine.booked', undefined],
  preparing: ['mine.preparing', 'clock'],
  ready: ['mine.ready', 'check'],
  ended: ['mine.ended', undefined],
} as const

/** The acting project's own says how it stands; that of another project of the reader says whose it is. */
function mineView({ life, project }: SheetCell, { words, acting }: Surroundings): CellView {
  const [word, icon] = lives[life ?? 'booked']
  if (project && project.slug !== acting) return { look: 'ours', icon, text: project.name, about: words[word] }
  return { look: life === 'ended' ? 'gone' : 'mine', icon, text: words[word] }
}

/** How many wait for it, for those who hear it. */
const queueOf = ({ waiting }: SheetCell, { words }: Surroundings): string | undefined =>
  waiting > 0 ? fill(words.waiting, { count: waiting }) : undefined

function otherView(cell: SheetCell, around: Surroundings): CellView {
  const { project, waitingMine } = cell
  const name = project?.name ?? around.words.hidden
  const about = queueOf(cell, around)
  if (waitingMine) return { look: 'other', icon: 'clock', text: fill(around.words['waiting.mine'], { name }), about }
  return { look: 'other', icon: project ? undefined : 'hidden', text: name, about }
}

function heldView(cell: SheetCell, around: Surroundings): CellView {
  const { words, now } = around
  const about = queueOf(cell, around)
  if (!cell.until) return { look: 'held', icon: 'clock', text: words['held.soon'], about }
  const hours = hoursBetween(now, cell.until)
  if (cell.state === 'held') return { look: 'held', icon: 'clock', text: fill(words.held, { hours }), about }
  const text = fill(words['held-mine'], { hours })
  return { look: 'claim', icon: 'clock', text, about: fill(words['held-mine.about'], { hours }) }
}

const gone = (text: string): CellView => ({ look: 'gone', text })

/** How the cell reads to the one who looks at it. */
export function viewOf(cell: SheetCell, slot: SheetSlot, picked: boolean, around: Surroundings): CellView {
  const { words } = around
  switch (cell.state) {
    case 'free':
    case 'drop-in':
      if (!picked) return openView(cell.state, slot, around)
      return { look: 'picked', icon: 'check', text: words.picked, about: fill(words.costs, { gpus: slot.gpus }) }
    case 'mine':
      return mineView(cell, around)
    case 'other':
    case 'hidden':
      return otherView(cell, around)
    case 'held':
    case 'held-mine':
      return heldView(cell, around)
    case 'closing':
      return { ...gone(words.closing), about: words['closing.about'] }
    case 'closed':
      return { look: 'shut', text: cell.reason ?? words.closed, about: cell.reason ? words.closed : undefined }
    case 'past':
      return gone(words.past)
    case 'none':
      return gone(words.none)
  }
}
