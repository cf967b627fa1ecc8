import { bookWeeks } from '../../../lib/booking/commands/book-weeks'
import { cancelWeeks } from '../../../lib/booking/commands/end-weeks'
import { settleWeek } from '../../../lib/booking/commands/settle'
import { turnWeek } from '../../../lib/booking/commands/turn-week'
import { joinWaitingList } from '../../../lib/booking/commands/wait'
import { addWeeks, startOf, type Week, weekOf } from '../../../lib/booking/rules/weeks'
import type { PrismaClient } from '../../generated/client'
import { at, type Booker, bookersOf, clockAt, unlessRefused } from './actors'
import { readyTheWeek } from './readiness'

const day = 86_400_000
/** For how many weeks the story has been going on, and how many weeks a session lasts at most. */
const past = 26
const longest = 3

const notes = ['Training of the second model', 'Inference over the archive', 'Pre-training', 'Ablations for the paper']

type Stage = {
  readonly now: Date
  readonly week: Week
  readonly slots: readonly string[]
  readonly bookers: readonly Booker[]
}

/** Books weeks of a slot for the first project, counted from the nth, that may and can afford them all; else as many as one can. */
async function book({ bookers }: Stage, nth: number, slot: string, weeks: readonly Week[], now: Date): Promise<void> {
  const note = notes[nth % notes.length]
  for (let count = weeks.length; count > 0; count--) {
    const cells = weeks.slice(0, count).map((week) => ({ slot, week }))
    for (let tried = 0; tried < bookers.length; tried++) {
      const booker = bookers[(nth + tried) % bookers.length] as Booker
      if (await unlessRefused(() => bookWeeks(at(booker, now), { project: booker.slug, cells, note }))) return
    }
  }
}

type Session = { readonly n: number; readonly first: number; readonly length: number }

/** Whether nobody wanted the slot, so many weeks ago: one in twenty-five, and one that is a drop-in now. */
const isLeftEmpty = (n: number, ago: number, last: number): boolean =>
  (n === 2 && ago % 7 === 3) || (n === last && ago === 0)

/** The sessions of the past half year: three weeks each, begun in turn, with a gap where a slot was left empty. By first week. */
function sessionsOfThePast(slots: number): Session[] {
  const sessions: Session[] = []
  for (let n = 0; n < slots; n++) {
    let length = 0
    for (let ago = past; ago >= 0; ago--) {
      length = isLeftEmpty(n, ago, slots - 1) ? 0 : length + 1
      const isLast = ago === 0 || isLeftEmpty(n, ago - 1, slots - 1) || (past - ago + n) % longest === 0
      if (length === 0 || !isLast) continue
      sessions.push({ n, first: ago + length - 1, length })
      length = 0
    }
  }
  return sessions.toSorted((a, b) => b.first - a.first)
}

/** The past half year in the order of its weeks: most sessions are booked some days before, some are drop-ins. */
async function bookThePast(stage: Stage, db: PrismaClient): Promise<void> {
  const sessions = sessionsOfThePast(stage.slots.length)
  let told = 0
  for (let ago = past; ago >= 0; ago--) {
    const begins = startOf(addWeeks(stage.week, -ago))
    await unlessRefused(() => turnWeek(clockAt(begins), {}))
    for (const { n, first, length } of sessions.filter((one) => one.first === ago)) {
      const weeks = Array.from({ length }, (_, k) => addWeeks(stage.week, k - first))
      const when = new Date(begins.getTime() + (ago % 9 === 4 ? 4 * 3_600_000 : -3 * day))
      await book(stage, Math.floor((past - ago) / longest) + n * 2, stage.slots[n] ?? '', weeks, when)
    }
    told = await readyTheWeek(db, addWeeks(stage.week, -ago), told, stage.now)
  }
}

/** The coming month, full; after it a booking here and there, and from the ninth week on a month without any. */
async function bookTheFuture(stage: Stage): Promise<void> {
  const ahead = (weeks: number) => addWeeks(stage.week, weeks)
  const before = new Date(stage.now.getTime() - 2 * day)
  for (const weeks of [
    [1, 2],
    [3, 4],
  ])
    for (const [n, slot] of stage.slots.entries())
      await book(stage, n * 3 + (weeks[0] ?? 0), slot, weeks.map(ahead), before)
  for (const [n, slot] of stage.slots.entries()) if (n % 2 === 0) await book(stage, n + 5, slot, [ahead(6)], before)
}

/** Who has most left of their budget first. */
async function byWhatIsLeft(db: PrismaClient, bookers: readonly Booker[], now: Date): Promise<Booker[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM project WHERE id = ANY (${bookers.map(({ id }) => id)}::uuid[])
    ORDER BY gpu_budget - gpu_weeks_used(id, ${now}) DESC, id`
  return rows.flatMap(({ id }) => bookers.filter((booker) => booker.id === id))
}

/** Somebody waits for a week of the full month; and another week, just cancelled, is kept for who waited for it. */
async function queue({ now, week, slots, bookers }: Stage, db: PrismaClient): Promise<void> {
  const [slot = ''] = slots
  const holders = await db.bookedWeek.findMany({
    where: { slotId: slot, state: 'booked', startsAt: { gt: startOf(addWeeks(week, 1)) } },
    orderBy: { week: 'asc' },
    select: { bookingId: true, projectId: true, week: true, id: true },
  })
  const [waitedFor, given] = [holders[0], holders.at(-1)]
  if (!waitedFor || !given || waitedFor === given) return
  const keyOf = (one: { week: Date }) => ({ slot, week: one.week.toISOString().slice(0, 10) })
  const join = async (one: { week: Date; projectId: string }, when: Date) => {
    for (const booker of await byWhatIsLeft(db, bookers, now))
      if (await unlessRefused(() => joinWaitingList(at(booker, when), { project: booker.slug, ...keyOf(one) }))) return
  }
  await join(waitedFor, new Date(now.getTime() - day))
  await join(given, new Date(now.getTime() - day))
  const holder = bookers.find(({ id }) => id === given.projectId)
  const cancelled = new Date(now.getTime() - 2 * 3_600_000)
  const which = { booking: given.bookingId, weeks: [given.id] }
  if (holder && (await unlessRefused(() => cancelWeeks(at(holder, cancelled), which))))
    await unlessRefused(() => settleWeek(clockAt(new Date(cancelled.getTime() + 60_000)), keyOf(given)))
}

/**
 * What has been booked on the first machine before the demonstration begins, by whichever projects there are: half a year that was nearly
 * full, a full month to come and an empty one, somebody who waits and something kept for them. All of it is made up.
 */
export async function seedBookings(db: PrismaClient, now: Date): Promise<void> {
  const week = weekOf(now)
  const machine = await db.machine.findFirst({ where: { slug: 'dgx-2' }, select: { id: true } })
  const bookers = await bookersOf(db)
  if (!machine || bookers.length === 0) return
  const slots = await db.slot.findMany({
    where: { machineId: machine.id, weeks: { some: { week: new Date(`${week}T00:00:00Z`) } } },
    orderBy: { ordinal: 'asc' },
    select: { id: true },
  })
  const stage = { now, week, slots: slots.map(({ id }) => id), bookers }
  await bookThePast(stage, db)
  await bookTheFuture(stage)
  await queue(stage, db)
  await unlessRefused(() => turnWeek(clockAt(now), {}))
}
