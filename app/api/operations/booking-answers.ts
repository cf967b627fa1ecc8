import { z } from 'zod'
import { moment } from './identity-answers'

const id = z.uuid()
const gpus = z.int()
const named = z.object({ slug: z.string(), name: z.string() })
export const weekName = z.string().meta({ description: 'ISO 8601 week, 2026-W49' })
export const monday = z.iso.date().meta({ description: 'The Monday of the week' })

const Cell = z.object({
  slotId: id,
  week: monday,
  state: z.enum([
    'free',
    'drop-in',
    'mine',
    'other',
    'hidden',
    'held',
    'held-mine',
    'closing',
    'closed',
    'past',
    'none',
  ]),
  project: named.nullable().meta({ description: 'Who holds it, where you may know' }),
  bookingId: id.nullable(),
  bookedWeekId: id.nullable(),
  life: z.enum(['booked', 'preparing', 'ready', 'ended']).nullable(),
  until: moment.nullable().meta({ description: 'Of a hold, or of a cancelled week that can be undone' }),
  waiting: z.int().meta({ description: 'How many projects wait for it' }),
  waitingMine: z.boolean(),
  holdId: id.nullable().meta({ description: 'Your hold on it: what is claimed or declined' }),
  placeId: id.nullable().meta({ description: 'Your place in the queue for it: what is left' }),
  reason: z.string().nullable().meta({ description: 'Why it is closed' }),
})

export const Meter = z.object({
  budget: gpus,
  used: gpus,
  left: gpus,
  held: gpus.meta({ description: 'Of what is used: kept by holds' }),
  next: z.object({ at: moment, gpus }).nullable().meta({ description: 'When the next of its weeks stops counting' }),
})

const Acting = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  onBehalfOf: z.string().nullable(),
  why: z.string().nullable().meta({ description: 'The code of refusal where you cannot book for it' }),
  owes: z
    .array(z.enum(['service-agreement', 'dpa', 'user-terms', 'members-confirmation']))
    .meta({ description: 'All that has to be done before it books again' }),
  meter: Meter,
})

const MachineOfSheet = z.object({ id, slug: z.string(), name: z.string(), description: z.string() })

const Week = z.object({
  week: monday,
  name: weekName,
  startsAt: moment,
  endsAt: moment,
  isCurrent: z.boolean(),
  isPast: z.boolean(),
  slots: z.array(z.object({ id, name: z.string(), gpus })),
  cells: z.array(Cell).meta({ description: 'In the order of the slots' }),
})

export const SheetsAnswer = z
  .object({
    sheets: z.array(
      z.object({
        machine: MachineOfSheet,
        why: z.string().nullable().meta({ description: 'The code of refusal where the project cannot book on it' }),
        weeks: z.array(Week),
      }),
    ),
    acting: Acting.omit({ why: true, owes: true, onBehalfOf: true }).nullable(),
  })
  .meta({ id: 'Sheets', description: 'The booking sheets of several machines, as you see them' })

export const SheetAnswer = z
  .object({
    machine: MachineOfSheet,
    machines: z.array(MachineOfSheet),
    weeks: z.array(Week),
    projects: z.array(Acting),
    acting: Acting.nullable(),
    administers: z.boolean(),
    earlier: monday.nullable(),
    later: monday.nullable(),
  })
  .meta({ id: 'Sheet', description: 'The booking sheet of one machine, as you see it' })

export const BookedWeek = z.object({
  id,
  slot: id,
  slotName: z.string(),
  week: monday,
  name: weekName,
  gpus,
  startsAt: moment,
  endsAt: moment,
  state: z.enum(['booked', 'cancelled', 'released', 'displaced']),
  life: z.enum(['booked', 'preparing', 'ready', 'ended']),
  undoUntil: moment.nullable().meta({ description: 'Until when its cancellation or release can be undone' }),
  readyAt: moment.nullable(),
  address: z.string().nullable().meta({ description: 'Where its machine answers' }),
  endReason: z.string().nullable(),
})

export const Booking = z
  .object({
    id,
    project: named,
    machine: named,
    kind: z.enum(['ordinary', 'drop-in', 'claim', 'administrator']),
    note: z.string(),
    reason: z.string().nullable().meta({ description: 'Why an administrator booked it, or lifted the budget' }),
    overBudget: z.boolean(),
    bookedBy: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    createdAt: moment,
    weeks: z.array(BookedWeek),
  })
  .meta({ id: 'Booking' })

export const Booked = z
  .object({
    id,
    weeks: z.array(z.object({ id, slot: id, week: monday, name: weekName, gpus, startsAt: moment, endsAt: moment })),
    undoUntil: moment,
    used: gpus.meta({ description: 'GPU weeks that count now' }),
    budget: gpus,
  })
  .meta({ id: 'Booked' })
