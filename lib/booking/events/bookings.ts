import { isoNameOf } from '../rules/weeks'

type Ids = { readonly projectId: string; readonly machineId: string }
/** Slot weeks of a happening: by key for evidence, by name for sentences. */
type Cells = {
  readonly cells: readonly { readonly id: string; readonly slot: string; readonly week: string }[]
  readonly weeks: readonly string[]
  readonly gpus: number
}

type Named = { readonly id: string; readonly slot: string; readonly week: string; readonly gpus: number }

/** Booked weeks as the journal tells them. */
export const cellsOf = (weeks: readonly Named[]): Cells => ({
  cells: weeks.map(({ id, slot, week }) => ({ id, slot, week })),
  weeks: [...new Set(weeks.map(({ week }) => isoNameOf(week)))],
  gpus: weeks.reduce((sum, { gpus }) => sum + gpus, 0),
})

const onBooking =
  <Type extends string>(type: Type) =>
  <const Data extends object>(bookingId: string, data: Data, onBehalfOf: string | null) => ({
    type: `booking.${type}` as const,
    stream: `booking:${bookingId}` as const,
    subjectId: bookingId,
    data,
    onBehalfOf,
  })

/** Places and their holds share a stream: what became of one's waiting reads from one end to the other. */
const onPlace =
  <Type extends string>(type: Type) =>
  <const Data extends object>(placeId: string, data: Data, onBehalfOf: string | null) => ({
    type: `booking.${type}` as const,
    stream: `waiting:${placeId}` as const,
    subjectId: placeId,
    data,
    onBehalfOf,
  })

type Place = { readonly projectId: string; readonly slot: string; readonly week: string }

/** What happens in booking, each with ids and codes only: reasons and notes stand in rows. */
export const happened = {
  weeksBooked: (
    bookingId: string,
    data: Ids & Cells & { kind: string; overBudget: boolean },
    onBehalfOf: string | null,
  ) => onBooking('weeks-booked')(bookingId, data, onBehalfOf),
  weeksCancelled: (bookingId: string, data: Ids & Cells, onBehalfOf: string | null) =>
    onBooking('weeks-cancelled')(bookingId, data, onBehalfOf),
  weeksReleased: (bookingId: string, data: Ids & Cells, onBehalfOf: string | null) =>
    onBooking('weeks-released')(bookingId, data, onBehalfOf),
  endingUndone: (bookingId: string, data: Ids & Cells, onBehalfOf: string | null) =>
    onBooking('ending-undone')(bookingId, data, onBehalfOf),
  bookingWithdrawn: (bookingId: string, data: Ids & Cells, onBehalfOf: string | null) =>
    onBooking('booking-withdrawn')(bookingId, data, onBehalfOf),
  weekMoved: (
    bookingId: string,
    data: Ids & Cells & { from: string; fromSlot: string; to: string; toSlot: string; overBudget: boolean },
    onBehalfOf: string | null,
  ) => onBooking('week-moved')(bookingId, data, onBehalfOf),
  weekStarted: (bookingId: string, data: Ids & Cells) => onBooking('week-started')(bookingId, data, null),
  weekEnded: (bookingId: string, data: Ids & Cells) => onBooking('week-ended')(bookingId, data, null),
  weekFreed: (bookingId: string, data: Ids & Cells) => onBooking('week-freed')(bookingId, data, null),
  placeTaken: (placeId: string, data: Place, onBehalfOf: string | null) =>
    onPlace('place-taken')(placeId, data, onBehalfOf),
  placeLeft: (placeId: string, data: Place, onBehalfOf: string | null) =>
    onPlace('place-left')(placeId, data, onBehalfOf),
  placeOver: (placeId: string, data: Place) => onPlace('place-over')(placeId, data, null),
  holdGiven: (placeId: string, data: Place & { holdId: string; until: string; gpus: number }) =>
    onPlace('hold-given')(placeId, data, null),
  holdClaimed: (placeId: string, data: Place & { holdId: string; bookingId: string }, onBehalfOf: string | null) =>
    onPlace('hold-claimed')(placeId, data, onBehalfOf),
  holdDeclined: (placeId: string, data: Place & { holdId: string }, onBehalfOf: string | null) =>
    onPlace('hold-declined')(placeId, data, onBehalfOf),
  holdPassed: (placeId: string, data: Place & { holdId: string }) => onPlace('hold-passed')(placeId, data, null),
} as const
