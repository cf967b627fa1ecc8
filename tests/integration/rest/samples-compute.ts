import { closeWeeks } from '@/lib/booking/commands/close-weeks'
import { newId } from '@/lib/platform/id'
import { administrator, four, machine, weekIn } from '../booking/machines'
import { calendarFeedOf, runningWeek, takesPart } from '../booking/running'
import type { SampleOf } from './samples'

const about = { name: 'DGX of a program', description: '', personalData: true, loginName: 'ubuntu' }
const slots = four
const reason = 'The cooling is renewed'
const aMachine = async () => ({ machine: (await machine(four, new Date())).slug })
const weekFromNow = (weeks: number) => weekIn(weeks, new Date())

/** Right requests of what compute administrators do. */
export const computeSamples: Readonly<Record<string, SampleOf>> = {
  listMachines: { sample: () => ({}) },
  readMachine: { sample: async () => ({ params: await aMachine() }) },
  createMachine: {
    sample: () => ({ body: { slug: `m-${newId()}`, ...about, from: weekFromNow(0), slots } }),
    needsRole: true,
  },
  editMachine: {
    sample: async () => ({ params: await aMachine(), body: { expectedRevision: 1, ...about } }),
    needsRole: true,
  },
  setLayout: {
    sample: async () => ({ params: await aMachine(), body: { from: weekFromNow(3), slots } }),
    needsRole: true,
  },
  reportReady: {
    sample: async () => ({
      params: { bookedWeek: (await runningWeek({}, new Date())).id },
      body: { address: 'vm-a.example.org' },
    }),
    needsRole: true,
  },
  readWeekList: { sample: () => ({}), needsRole: true },
  readDesiredState: {
    sample: async () => ({
      params: { machine: (await runningWeek({}, new Date())).machine.slug, week: weekFromNow(0) },
    }),
    needsRole: true,
  },
  readConnection: {
    sample: async (me) => {
      const { bookingId, project } = await runningWeek({}, new Date())
      await takesPart(project.id, me.id)
      return { params: { booking: bookingId } }
    },
  },
  readUtilisation: { sample: () => ({ query: 'weeks=26' }) },
  listClosures: { sample: async () => ({ params: await aMachine() }), needsRole: true },
  previewClosure: {
    sample: async () => ({ params: await aMachine(), query: `from=${weekFromNow(3)}&to=${weekFromNow(4)}` }),
    needsRole: true,
  },
  closeWeeks: {
    sample: async () => ({ params: await aMachine(), body: { from: weekFromNow(3), to: weekFromNow(4), reason } }),
    needsRole: true,
  },
  openWeeks: {
    sample: async () => {
      const wanted = { ...(await aMachine()), from: weekFromNow(3), to: weekFromNow(4), reason }
      return { params: { closure: (await closeWeeks(await administrator(new Date()), wanted)).id } }
    },
    needsRole: true,
  },
  listCalendarFeeds: { sample: () => ({}) },
  makeCalendarFeed: { sample: () => ({ body: {} }) },
  endCalendarFeed: { sample: async (me) => ({ params: { feed: await calendarFeedOf(me) } }) },
  readLayoutConflicts: {
    sample: async () => ({ params: await aMachine(), query: `from=${weekFromNow(3)}` }),
    needsRole: true,
  },
}
