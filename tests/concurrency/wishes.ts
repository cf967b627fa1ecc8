// What a client does next: drawn by chance, from few slots and tight budgets, so that most of it collides.
import { randomUUID } from 'node:crypto'
import type { Bookable, BookingProject, LentMachine } from '../support/bookable'
import type { Board, Known, KnownBooking } from './board'
import type { Chance } from './chance'
import type { Act, Operation } from './history'

/** What is to be asked, and how often: `twice` at the same moment of two portals, `again` once more after it was answered. */
export interface Wish {
  act: Act
  project: BookingProject
  path: string
  body: object | null
  manner: 'once' | 'twice' | 'again'
}

const weights = {
  book: 36,
  cancel: 9,
  release: 3,
  undo: 14,
  move: 12,
  join: 8,
  leave: 2,
  claim: 6,
  decline: 2,
  read: 11,
} as const satisfies Record<Act, number>
const manners = { once: 88, twice: 6, again: 6 } as const

export type Draw = (chance: Chance, now: number) => Wish
type Asked = Pick<Wish, 'project' | 'path' | 'body'>

/** Makes wishes over what there is to book and what is known to be booked. */
export function wishing({ projects, machines, weeks }: Bookable, board: Board): Draw {
  const cellsOf = (machine: LentMachine) => machine.slots.flatMap(({ id }) => weeks.map((week) => ({ slot: id, week })))
  const machineOf = (booking: KnownBooking) => machines.find(({ id }) => id === booking.machine) as LentMachine
  const projectOf = ({ project }: Known) => projects.find(({ id }) => id === project) as BookingProject

  /** One slot week mostly; else some in a row of one slot, or here and there on one machine, in any order. */
  const wantedCells = (chance: Chance) => {
    const machine = chance.of(machines)
    const kind = chance.weighted({ one: 55, row: 25, scattered: 20 })
    if (kind === 'one') return [chance.of(cellsOf(machine))]
    if (kind === 'scattered') return chance.some(2 + chance.below(3), cellsOf(machine))
    const slot = chance.of(machine.slots).id
    const from = chance.below(weeks.length - 1)
    return weeks.slice(from, from + 2 + chance.below(3)).map((week) => ({ slot, week }))
  }

  const book = (chance: Chance): Asked => {
    const project = chance.of(projects)
    return { project, path: '/api/v1/bookings', body: { project: project.slug, cells: wantedCells(chance) } }
  }

  const ending = (chance: Chance, booking: KnownBooking, verb: 'cancel' | 'release'): Asked => {
    const some = chance.some(1 + chance.below(booking.weeks.length), booking.weeks).map(({ id }) => id)
    const body = chance.happens(0.5) ? { weeks: some } : {}
    return { project: projectOf(booking), path: `/api/v1/bookings/${booking.id}/${verb}`, body }
  }

  const move = (chance: Chance, booking: KnownBooking): Asked => {
    const to = chance.of(cellsOf(machineOf(booking)))
    const body = { bookedWeek: chance.of(booking.weeks).id, ...to }
    return { project: projectOf(booking), path: `/api/v1/bookings/${booking.id}/move`, body }
  }

  const undo = (chance: Chance, booking: KnownBooking): Asked => {
    const of = chance.of(['ending', 'booking', null] as const)
    return { project: projectOf(booking), path: `/api/v1/bookings/${booking.id}/undo`, body: of ? { of } : {} }
  }

  /** For a week of somebody's booking mostly: what one waits for is had by another. */
  const join = (chance: Chance, booking: KnownBooking): Asked => {
    const project = chance.of(projects)
    const { slot, week } = chance.happens(0.8) ? chance.of(booking.weeks) : chance.of(cellsOf(machineOf(booking)))
    return { project, path: '/api/v1/waiting', body: { project: project.slug, slot, week } }
  }

  const inQueue = (known: Known, path: string): Asked => ({ project: projectOf(known), path, body: {} })

  const read = (chance: Chance): Asked => {
    const path = `/api/v1/machines/${chance.of(machines).slug}/weeks?from=${weeks[0]}&weeks=${weeks.length}`
    return { project: chance.of(projects), path, body: null }
  }

  const asks = {
    cancel: (chance, booking) => ending(chance, booking, 'cancel'),
    release: (chance, booking) => ending(chance, booking, 'release'),
    undo,
    move,
    join,
  } as const satisfies Partial<Record<Act, (chance: Chance, booking: KnownBooking) => Asked>>

  /** The act, or one like it where nothing is known to do it to. */
  const possible = (act: Act, known: readonly KnownBooking[]): Act => {
    if ((act === 'claim' || act === 'decline') && board.holds.length === 0) return possible('join', known)
    if (act === 'leave' && board.places.length === 0) return possible('join', known)
    return act in asks && known.length === 0 ? 'book' : act
  }

  return (chance, now) => {
    const known = board.alive(now)
    const act = possible(chance.weighted(weights), known)
    const manner = act === 'read' ? 'once' : chance.weighted(manners)
    if (act === 'book') return { act, manner, ...book(chance) }
    if (act === 'read') return { act, manner, ...read(chance) }
    if (act === 'leave') {
      const place = chance.of(board.places)
      return { act, manner, ...inQueue(place, `/api/v1/waiting/${place.id}/leave`) }
    }
    if (act === 'claim' || act === 'decline') {
      const hold = chance.of(board.holds)
      return { act, manner, ...inQueue(hold, `/api/v1/holds/${hold.id}/${act}`) }
    }
    return { act, manner, ...asks[act](chance, chance.of(known)) }
  }
}

/** A wish as an operation that nothing was tried of yet. */
export const operationOf = (number: number, person: string, { act, project, path, body }: Wish): Operation => ({
  number,
  act,
  person,
  project: project.id,
  method: act === 'read' ? 'GET' : 'POST',
  path,
  body,
  key: act === 'read' ? null : randomUUID(),
  attempts: [],
})
