import 'server-only'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { env } from './env'

/** Something that has a beginning and an end. The same `uid` with a greater `sequence` replaces what a calendar has (RFC 5545 §3.8.7.4). */
export type CalendarEntry = {
  readonly uid: string
  readonly sequence: number
  readonly start: Date
  /** Half-open. */
  readonly end: Date
  readonly summary: string
  readonly description: string
  readonly location: string
  /** A path of the portal. */
  readonly path: string
  readonly madeAt: Date
  readonly changedAt: Date
  /** It does not take place any more: a calendar that has it strikes it out. */
  readonly isCancelled: boolean
}

// Line feed and tab are text; the other control characters have no place in a calendar (RFC 5545 §3.1).
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]/g
const written = (text: string): string => text.toWellFormed().replace(unwritable, '')

/**
 * A calendar in the form of RFC 5545. Instants are written in UTC, so that it needs no table of zones and is right over every change
 * of the clock; a week does not make anybody busy. The same entries give the same text.
 */
export function calendarOf(name: string, entries: readonly CalendarEntry[]): string {
  const { PORTAL_ORIGIN } = env()
  const host = new URL(PORTAL_ORIGIN).hostname
  const calendar = ical({
    name: written(name),
    prodId: { company: 'AIDA Data Hub', product: 'Portal', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.uid}@${host}`,
      sequence: entry.sequence,
      start: entry.start,
      end: entry.end,
      summary: written(entry.summary),
      description: written(entry.description),
      location: written(entry.location),
      url: PORTAL_ORIGIN + entry.path,
      created: entry.madeAt,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
