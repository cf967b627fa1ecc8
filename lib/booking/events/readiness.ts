import { fact } from './fact'

type Week = { readonly projectId: string; readonly bookedWeekId: string; readonly week: string }

/** What is said of the virtual machine of a booked week; its address stands in the row. `week` is an ISO name. */
export const happened = {
  weekReady: (bookingId: string, data: Week) => fact('week-ready', 'booking', bookingId, data),
  addressChanged: (bookingId: string, data: Week) => fact('address-changed', 'booking', bookingId, data),
} as const
