import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks, releaseWeeks } from '@/lib/booking/commands/end-weeks'
import { moveWeek } from '@/lib/booking/commands/move-week'
import { undoBooking } from '@/lib/booking/commands/undo'
import type { BookingShown } from '@/lib/booking/queries/booking-rows'
import { bookings, oneBooking } from '@/lib/booking/queries/bookings'
import { sheet } from '@/lib/booking/queries/sheet'
import { sheets } from '@/lib/booking/queries/sheets'
import { BookWeeks, CancelWeeks, MoveWeek, ReleaseWeeks, UndoBooking } from '@/lib/booking/schema/bookings'
import { ReadBooking, ReadBookings, ReadSheet, ReadSheets } from '@/lib/booking/schema/reading'
import { Booked, Booking, SheetAnswer, SheetsAnswer } from './booking-answers'
import { moment } from './identity-answers'

const read = { tag: 'Booking', scope: 'bookings:read', method: 'get' } as const
const write = { tag: 'Booking', scope: 'bookings:write', method: 'post' } as const
const one = '/api/v1/bookings/{booking}'
const id = z.uuid()

export const readSheet = operation({
  ...read,
  id: 'readSheet',
  path: '/api/v1/machines/{machine}/weeks',
  direct: true,
  summary: 'The booking sheet of a machine: who holds what, what is free, and what your projects have left',
  params: z.object({ machine: z.string() }),
  query: ReadSheet.omit({ machine: true }),
  answer: SheetAnswer,
  door: sheet,
})

export const readSheets = operation({
  ...read,
  id: 'readSheets',
  path: '/api/v1/sheets',
  direct: true,
  summary: 'The booking sheets of several machines, or of all of them, over the same weeks',
  query: ReadSheets,
  answer: SheetsAnswer,
  door: sheets,
})

/** What of a booking is for programs. */
const shown = ({ projectId: _, weeks, ...booking }: BookingShown) => ({
  ...booking,
  weeks: weeks.map(({ stands, countsUntil, stateAt: __, createdAt: ___, ...week }) => ({
    ...week,
    undoUntil: stands && week.state !== 'booked' ? countsUntil : null,
  })),
})

export const listBookings = operation({
  ...read,
  id: 'listBookings',
  path: '/api/v1/bookings',
  summary: 'The bookings of your projects, the newest first; 50 a page',
  query: ReadBookings,
  answer: z.object({ items: z.array(Booking), nextCursor: id.nullable() }),
  door: bookings,
  render: ({ items, next }: { items: BookingShown[]; next: string | null }) => ({
    items: items.map(shown),
    nextCursor: next,
  }),
})

const Abilities = z
  .array(z.enum(['cancel', 'release', 'undo', 'move']))
  .meta({ description: 'What you may do with it now' })

export const readBooking = operation({
  ...read,
  id: 'readBooking',
  path: one,
  summary: 'One booking, with what you may do with it now',
  params: ReadBooking,
  answer: Booking.extend({ abilities: Abilities }),
  door: oneBooking,
  render: shown,
})

export const makeBooking = operation({
  ...write,
  id: 'bookWeeks',
  path: '/api/v1/bookings',
  direct: true,
  summary: 'Book slot weeks for a project: all or none, never more than its budget',
  description:
    'A refusal says what is `left` of the budget, which of the wanted slot weeks would fit (`fits`) and which cannot be had and why (`taken`). For a minute the booking can be undone. An Idempotency-Key makes it safe to send again.',
  body: BookWeeks.meta({
    example: {
      project: 'lung-nodules',
      cells: [{ slot: '01900000-0000-7000-8000-000000000001', week: '2026-W49' }],
      note: 'Training of the second model',
    },
  }),
  answer: Booked,
  status: 201,
  door: bookWeeks,
  location: ({ id }: { id: string }) => `/api/v1/bookings/${id}`,
})

const Ended = z.object({
  id,
  weeks: z.array(id),
  undoUntil: moment.meta({ description: 'Until when it can be undone' }),
})

export const cancelBooking = operation({
  ...write,
  id: 'cancelWeeks',
  path: `${one}/cancel`,
  summary: 'Cancel weeks to come, the named ones or all; for a minute they are reserved and can be given back',
  params: ReadBooking,
  body: CancelWeeks.omit({ booking: true }),
  answer: Ended,
  door: cancelWeeks,
})

export const releaseBooking = operation({
  ...write,
  id: 'releaseWeeks',
  path: `${one}/release`,
  summary: 'Release weeks that run before their end; for a minute they can be given back',
  params: ReadBooking,
  body: ReleaseWeeks.omit({ booking: true }),
  answer: Ended,
  door: releaseWeeks,
})

export const undo = operation({
  ...write,
  id: 'undoBooking',
  path: `${one}/undo`,
  summary: 'Undo the latest act on a booking within a minute: a cancellation, a release, or the booking itself',
  params: ReadBooking,
  body: UndoBooking.omit({ booking: true }),
  answer: z.object({
    id,
    did: z.enum(['restore', 'withdraw']).meta({ description: 'Weeks were given back, or the booking was taken back' }),
    weeks: z.array(id),
  }),
  door: undoBooking,
})

export const move = operation({
  ...write,
  id: 'moveWeek',
  path: `${one}/move`,
  summary: 'Move a week to come to another slot week of its machine; the budget is judged on the net',
  params: ReadBooking,
  body: MoveWeek.omit({ booking: true }),
  answer: z.object({ id, week: Booked.shape.weeks.element, used: z.int(), budget: z.int() }),
  door: moveWeek,
})

export const bookingOperations = [
  readSheet,
  readSheets,
  listBookings,
  readBooking,
  makeBooking,
  cancelBooking,
  releaseBooking,
  undo,
  move,
]
