import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { claimHold, declineHold } from '@/lib/booking/commands/holds'
import { joinWaitingList, leaveWaitingList } from '@/lib/booking/commands/wait'
import { type PlaceShown, waiting } from '@/lib/booking/queries/waiting'
import { ClaimHold, DeclineHold, JoinWaitingList, LeaveWaitingList } from '@/lib/booking/schema/bookings'
import { ReadWaiting } from '@/lib/booking/schema/reading'
import { Booked, monday, weekName } from './booking-answers'
import { moment } from './identity-answers'

const read = { tag: 'Booking', scope: 'bookings:read', method: 'get' } as const
const write = { tag: 'Booking', scope: 'bookings:write', method: 'post' } as const
const id = z.uuid()
const named = z.object({ slug: z.string(), name: z.string() })

const Place = z
  .object({
    id,
    project: named,
    machine: named,
    slot: id,
    slotName: z.string(),
    week: monday,
    name: weekName,
    gpus: z.int(),
    startsAt: moment,
    createdAt: moment,
    ahead: z.int().meta({ description: 'How many wait before it' }),
    hold: z.object({ id, until: z.string() }).nullable().meta({ description: 'What is kept for it, and until when' }),
  })
  .meta({ id: 'WaitingPlace' })

export const listWaiting = operation({
  ...read,
  id: 'listWaiting',
  path: '/api/v1/waiting',
  summary: 'What your projects wait for, and what is kept for them; the oldest first, 50 a page',
  query: ReadWaiting,
  answer: z.object({ items: z.array(Place), nextCursor: id.nullable() }),
  door: waiting,
  render: ({ items, next }: { items: PlaceShown[]; next: string | null }) => ({ items, nextCursor: next }),
})

export const joinWaiting = operation({
  ...write,
  id: 'joinWaitingList',
  path: '/api/v1/waiting',
  summary:
    'Wait for a slot week that another project has: when it comes free the first who can afford it gets a hold for a day',
  body: JoinWaitingList.meta({
    example: { project: 'lung-nodules', slot: '01900000-0000-7000-8000-000000000001', week: '2026-W49' },
  }),
  answer: z.object({ id, ahead: z.int() }),
  status: 201,
  door: joinWaitingList,
})

export const leaveWaiting = operation({
  ...write,
  id: 'leaveWaitingList',
  path: '/api/v1/waiting/{place}/leave',
  summary: 'Wait no longer',
  params: LeaveWaitingList,
  answer: z.object({ id }),
  door: leaveWaitingList,
})

export const claim = operation({
  ...write,
  id: 'claimHold',
  path: '/api/v1/holds/{hold}/claim',
  summary: 'Book what is kept for your project',
  params: DeclineHold,
  body: ClaimHold.omit({ hold: true }),
  answer: Booked,
  status: 201,
  door: claimHold,
  location: ({ id }: { id: string }) => `/api/v1/bookings/${id}`,
})

export const decline = operation({
  ...write,
  id: 'declineHold',
  path: '/api/v1/holds/{hold}/decline',
  summary: 'Give up what is kept for your project: it goes to who waits behind',
  params: DeclineHold,
  answer: z.object({ id, place: id }),
  door: declineHold,
})

export const waitingOperations = [listWaiting, joinWaiting, leaveWaiting, claim, decline]
