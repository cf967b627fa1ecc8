import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/closures'
import { mayAdministerCompute } from '../policy/compute'
import { type Closed, judgeClosing, judgeStretch } from '../rules/closing'
import { isoNameOf } from '../rules/weeks'
import { CloseWeeks } from '../schema/closures'
import { lockSpending } from '../store/acting'
import { lockCells } from '../store/cells'
import { keysWithin, saveClosure } from '../store/closures'
import { type LockedMachine, lockMachine } from '../store/machines'
import { inWords } from './in-words'

type Key = { readonly slot: string; readonly week: string }
const nameOf = ({ slot, week }: Key): string => `${slot} ${week}`

async function load(tx: Tx, input: CloseWeeks, { now }: Context) {
  const machine = await lockMachine(tx, input.machine)
  if (!machine) return null
  const keys = await keysWithin(tx, machine.id, input)
  const wanted = input.displaced.flatMap(({ to }) => (to === null ? [] : [to]))
  const all = new Map([...keys, ...wanted].map((key) => [nameOf(key), key]))
  const locked = await lockCells(tx, [...all.values()])
  const closing = new Set(keys.map(nameOf))
  const cells = locked.filter((cell) => closing.has(nameOf(cell)))
  // A booking stays on its machine: what is not of it is no place to move to.
  const targets = locked.filter((cell) => !closing.has(nameOf(cell)) && cell.machineId === machine.id)
  const ids = cells.flatMap(({ booked, hold }) => [booked?.projectId ?? [], hold?.projectId ?? []].flat())
  return { machine, cells, targets, projects: await lockSpending(tx, [...new Set(ids)], now) }
}

/** What the journal says: of the machine, and of each booking and hold that it touches. */
function factsOf({ id: machineId, slug }: LockedMachine, closureId: string, closed: Closed, span: CloseWeeks) {
  const { closes, moves, ends, holds } = closed
  const data = {
    slug,
    closureId,
    from: isoNameOf(span.from),
    to: isoNameOf(span.to),
    slots: new Set(closes.map(({ slot }) => slot)).size,
    weeks: new Set(closes.map(({ week }) => week)).size,
    moved: moves.length,
    displaced: ends.length,
  }
  const about = ({ booked, week }: (typeof ends)[number]) => ({
    projectId: booked.projectId,
    bookedWeekId: booked.id,
    closureId,
    week: isoNameOf(week),
  })
  return [
    happened.weeksClosed(machineId, data),
    ...moves.map(({ from, to }) =>
      happened.weekRelocated(from.booked.bookingId, {
        ...about(from),
        to: isoNameOf(to.week),
        fromSlot: from.slot,
        toSlot: to.slot,
      }),
    ),
    ...ends.map((one) => happened.weekDisplaced(one.booked.bookingId, { ...about(one), slot: one.slot })),
    ...holds.map(({ hold, slot, week }) =>
      happened.holdWithdrawn(hold.placeId, { projectId: hold.projectId, slot, week: isoNameOf(week), closureId }),
    ),
  ]
}

/**
 * Closes weeks of a machine for maintenance. Of each booking that stands there it is said whether it is moved to a free slot week of
 * the machine, as large, or cancelled, which gives its GPU weeks back at once; `booking.closure-preview` shows what stands and what
 * is free. Holds are taken back, their places kept. Whoever had something there is told.
 */
export const closeWeeks = inWords(
  command({
    name: 'booking.close-weeks',
    input: CloseWeeks,
    load,
    authorize: ({ actor }) => mayAdministerCompute(actor),
    decide: ({ actor, now }, loaded, input) => {
      if (!isPerson(actor)) return notFound()
      const wrong = judgeStretch(input.from, input.to, now)
      if (wrong) return wrong
      if (loaded.cells.length === 0) return refuse('booking.no-slot-weeks')
      const closed = judgeClosing(loaded, input.displaced, now)
      if (isRefusal(closed)) return closed
      const id = newId()
      return Object.assign(factsOf(loaded.machine, id, closed, input), {
        id,
        closed,
        by: actor.id,
        reason: input.reason,
      })
    },
    apply: async (tx, { id, closed, by, reason }, { machine }, { now }) => {
      await saveClosure(tx, { id, machineId: machine.id, reason, createdById: by }, closed, now)
      return { id, closed: closed.closes.length, moved: closed.moves.length, displaced: closed.ends.length }
    },
  }),
)
