import 'server-only'
import { zone } from '@/lib/booking/rules/weeks'

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

/** A moment by the wall clock of Stockholm: `2026-11-30 09:00`. */
export const stockholm = (moment: Date): string => clock.format(moment)
