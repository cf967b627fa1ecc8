import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { settleWeek } from '@/lib/booking/commands/settle'
import { joinWaitingList } from '@/lib/booking/commands/wait'
import { addWeeks, weekOf } from '@/lib/booking/rules/weeks'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { projectOf } from '../booking/acting'
import { machineOf } from '../booking/lent'
import { clock } from '../booking/machines'
import { as, somebody } from '../identity/people'
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
/** A slot week that another project has, and mine waits for. */
async function waits(me: Person) {
  const key = nextCell()
  const { id } = await booked(await somebody(), key)
  const { slug, id: project } = await ready(me)
  const place = await joinWaitingList(as(me, new Date()), { project: slug, ...key })
  return { key, booking: id, project, place: place.id }
}

/** A slot week that is kept for my project. */
const held: SampleOf['sample'] = async (me) => {
  const { key, booking, project } = await waits(me)
  const earlier = new Date(Date.now() - 61_000)
  const { bookedById } = await db().booking.findUniqueOrThrow({ where: { id: booking }, select: { bookedById: true } })
  await cancelWeeks(as({ ...me, id: bookedById }, earlier), { booking })
  await settleWeek(clock(new Date()), key)
  const hold = await db().hold.findFirstOrThrow({ where: { projectId: project }, select: { id: true } })
  return { params: { hold: hold.id }, body: {} }
}

const asItIs = async () => {}

let dropIn = 0
/** Right requests for booking. */
export const bookingSamples: Readonly<Record<string, SampleOf>> = {
  readSheet: { sample: () => ({ params: { machine: machine.slug }, query: 'weeks=4' }) },
  readSheets: { sample: () => ({ query: `machines=${machine.slug}&weeks=4` }) },
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
  moveWeek: {
    sample: async (me) => {
      const { id, weeks } = await booked(me)
      return { params: { booking: id }, body: { bookedWeek: weeks[0]?.id, ...nextCell() } }
    },
  },
  listWaiting: { sample: () => ({}) },
  joinWaitingList: {
    sample: async (me) => {
      const key = nextCell()
      await booked(await somebody(), key)
      return { body: { project: (await ready(me)).slug, ...key } }
    },
  },
  leaveWaitingList: { sample: async (me) => ({ params: { place: (await waits(me)).place } }) },
  claimHold: { sample: held },
  declineHold: {
    sample: async (me) => {
      const { params } = await held(me)
      return { params: params ?? {} }
    },
  },
  undoBooking: onBooking((me, booking) => cancelWeeks(as(me, new Date()), { booking }), { of: 'ending' }),
}
