import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { addWeeks, weekOf } from '@/lib/booking/rules/weeks'
import type { Person } from '@/lib/platform/context'
import { projectOf } from '../booking/acting'
import { machineOf } from '../booking/lent'
import { as } from '../identity/people'
import type { SampleOf } from './samples'

/** Programs act now: a machine with its weeks around the real clock, each slot week used by one sample. */
const week = weekOf(new Date())
const machine = await machineOf(Array(16).fill(4), 60, true, week)
let used = 0
const nextCell = () => {
  const [slot, ahead] = [used % 16, 1 + Math.floor(used / 16)]
  used++
  return { slot: machine.slots[slot] ?? '', week: addWeeks(week, ahead) }
}

const ready = (me: Person) => projectOf({ now: new Date() }, me)

async function booked(me: Person, cell = nextCell()) {
  const project = await ready(me)
  return bookWeeks(as(me, new Date()), { project: project.slug, cells: [cell] })
}
const onBooking = (before: (me: Person, booking: string) => Promise<unknown>, body?: object): SampleOf => ({
  sample: async (me) => {
    const { id } = await booked(me)
    await before(me, id)
    return { params: { booking: id }, ...(body && { body }) }
  },
})
const asItIs = async () => {}

let dropIn = 0
/** Right requests for booking. */
export const bookingSamples: Readonly<Record<string, SampleOf>> = {
  readSheet: { sample: () => ({ params: { machine: machine.slug }, query: 'weeks=4' }) },
  listBookings: { sample: () => ({ query: 'state=coming' }) },
  readBooking: onBooking(asItIs),
  bookWeeks: {
    sample: async (me) => {
      const project = await ready(me)
      return { body: { project: project.slug, cells: [nextCell()], note: 'Second model' } }
    },
  },
  cancelWeeks: onBooking(asItIs, {}),
  releaseWeeks: {
    sample: async (me) => {
      const { id } = await booked(me, { slot: machine.slots[dropIn++] ?? '', week })
      return { params: { booking: id }, body: {} }
    },
  },
  undoBooking: onBooking((me, booking) => cancelWeeks(as(me, new Date()), { booking }), { of: 'ending' }),
}
