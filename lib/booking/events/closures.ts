import { fact } from './fact'

type Counts = { readonly slots: number; readonly weeks: number; readonly moved: number; readonly displaced: number }
type Week = {
  readonly projectId: string
  readonly bookedWeekId: string
  readonly closureId: string
  readonly week: string
}

/** Maintenance, and what it does to bookings and holds. Weeks by their ISO names; the reason stands in the closure's row. */
export const happened = {
  weeksClosed: (
    machineId: string,
    data: Counts & { readonly slug: string; readonly closureId: string; readonly from: string; readonly to: string },
  ) => fact('weeks-closed', 'machine', machineId, data),
  weeksOpened: (
    machineId: string,
    data: { readonly slug: string; readonly closureId: string; readonly cells: number },
  ) => fact('weeks-opened', 'machine', machineId, data),
  weekRelocated: (
    bookingId: string,
    data: Week & { readonly to: string; readonly fromSlot: string; readonly toSlot: string },
  ) => fact('week-relocated', 'booking', bookingId, data),
  weekDisplaced: (bookingId: string, data: Week & { readonly slot: string }) =>
    fact('week-displaced', 'booking', bookingId, data),
  holdWithdrawn: (
    placeId: string,
    data: { readonly projectId: string; readonly slot: string; readonly week: string; readonly closureId: string },
  ) => fact('hold-withdrawn', 'waiting', placeId, data),
} as const
