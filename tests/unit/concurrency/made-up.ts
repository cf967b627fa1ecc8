// Made-up histories for the audit: what clients were told, and what a database would keep.
import { startOf } from '@/lib/booking/rules/weeks'
import { audit, type Promised, promises } from '../../concurrency/audit'
import type { Entry, Evidence, WeekRow } from '../../concurrency/evidence'
import type { Act, Operation } from '../../concurrency/history'
import type { Bookable } from '../../support/bookable'

export const [w1, w2] = ['2026-11-30', '2026-12-07']
export const began = startOf(w1).getTime() - 86_400_000
export const bookable: Bookable = {
  projects: [
    { id: 'p', slug: 'p', budget: 8, people: [{ id: 'ada', token: '' }] },
    { id: 'q', slug: 'q', budget: 8, people: [{ id: 'bo', token: '' }] },
  ],
  machines: [
    {
      id: 'm',
      slug: 'm',
      slots: [
        { id: 's', gpus: 4 },
        { id: 't', gpus: 8 },
      ],
    },
  ],
  weeks: [w1, w2],
}
const gpusOf = (slot: string) => (slot === 't' ? 8 : 4)
const endsAt = (week: string) => new Date(startOf(week).getTime() + 7 * 86_400_000)

interface Told {
  at: number
  /** Null: no answer. */
  status: number | null
  said?: object
}
let numbers = 0
export function operation(act: Act, project: string, path: string, body: object | null, ...told: Told[]): Operation {
  numbers += 1
  const person = project === 'p' ? 'ada' : 'bo'
  const attempts = told.map(({ at, status, said }, i) => ({
    requestId: `request-${numbers}-${i}`,
    portal: 0,
    sent: at,
    answered: at + 10,
    answer: status === null ? null : { status, said: said ?? {} },
    fault: status === null ? 'ECONNRESET' : null,
  }))
  const method = act === 'read' ? 'GET' : 'POST'
  return { number: numbers, act, person, project, method, path, body, key: `key-${numbers}`, attempts }
}

export type Key = { id: string; slot: string; week: string }
export const cells = (...keys: [string, string, string][]): Key[] =>
  keys.map(([id, slot, week]) => ({ id, slot, week }))
export const book = (_: string, project: string, keys: Key[], ...told: Told[]) =>
  operation(
    'book',
    project,
    '/api/v1/bookings',
    { project, cells: keys.map(({ slot, week }) => ({ slot, week })) },
    ...told,
  )
export const confirmed = (at: number, id: string, keys: Key[]): Told => ({
  at,
  status: 201,
  said: { id, weeks: keys.map((key) => ({ ...key, gpus: gpusOf(key.slot) })) },
})
export const verb = (act: Act, id: string, project: string, ...told: Told[]) =>
  operation(act, project, `/api/v1/bookings/${id}/${act}`, {}, ...told)
export const done = (at: number, id: string, keys: Key[], more: object = {}): Told => ({
  at,
  status: 200,
  said: { id, weeks: keys.map((key) => key.id), ...more },
})

/** The entry that the operation's attempt would have made, `at` milliseconds after the beginning. */
export function entry(
  { attempts, person, project }: Operation,
  type: string,
  id: string,
  keys: Key[],
  at: number,
  n = 0,
): Entry {
  return {
    id: `${at}`,
    type: `booking.${type}`,
    subjectId: id,
    actorId: person,
    requestId: attempts[n]?.requestId ?? '',
    tx: attempts[n]?.requestId ?? '',
    at: new Date(began + at),
    committed: began + at,
    projectId: project,
    cells: keys,
    from: null,
    queue: null,
  }
}
/** Something about a place in the queue for the first slot week; `by`: the operation, or the clock. */
export function queued(
  type: string,
  place: string,
  project: string,
  at: number,
  hold: string | null,
  by: string,
): Entry {
  const until = type === 'hold-given' ? began + at + 80_000_000 : null
  const isClock = by.startsWith('clock')
  return {
    id: `${at} ${type}`,
    type: `booking.${type}`,
    subjectId: place,
    actorId: isClock ? null : project === 'p' ? 'ada' : 'bo',
    requestId: by,
    tx: by,
    at: new Date(began + at),
    committed: began + at,
    projectId: project,
    cells: [],
    from: null,
    queue: { slot: 's', week: w1, hold, until },
  }
}
export const row = (
  bookingId: string,
  projectId: string,
  { id, slot, week }: Key,
  more: Partial<WeekRow> = {},
): WeekRow => ({
  id,
  bookingId,
  projectId,
  slot,
  week,
  gpus: gpusOf(slot),
  state: 'booked',
  createdAt: new Date(began),
  countsUntil: endsAt(week),
  stands: true,
  ...more,
})
export const evidence = (entries: Entry[], rows: WeekRow[], more: Partial<Evidence> = {}): Evidence => ({
  entries,
  rows,
  began,
  holds: [],
  places: [],
  breaks: 0,
  projects: [],
  ...more,
})

/** The promises that are found broken. */
export function broken(operations: Operation[], kept: Evidence): Promised[] {
  const { about: _, ...findings } = audit(bookable, operations, kept)
  return (Object.keys(promises) as Promised[]).filter((name) => findings[name].length > 0)
}

export const one = cells(['x', 's', w1])
export const other = cells(['y', 's', w1])
export const taken = (at: number, why: string): Told => ({
  at,
  status: 409,
  said: { code: 'booking.taken', details: { taken: [{ slot: 's', week: w1, why }] } },
})
