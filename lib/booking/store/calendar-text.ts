import 'server-only'
import { calendarOf } from '@/lib/platform/calendar'
import type { Language } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/calendar'
import { type CalendarWeek, entryOf } from '../rules/calendar'

/** Booked weeks as a calendar (RFC 5545), in a language; `project`: it holds that one's weeks only. */
export function calendarText(language: Language, weeks: readonly CalendarWeek[], project: string | null): string {
  const t = sentences(messages, language)
  const words = {
    summary: ({ machine, slot, project }: CalendarWeek) => t('booking.calendar.summary', { machine, slot, project }),
    description: ({ name, gpus, project }: CalendarWeek) => t('booking.calendar.description', { name, gpus, project }),
  }
  const name = project === null ? t('booking.calendar.own') : t('booking.calendar.project', { project })
  return calendarOf(
    name,
    weeks.map((week) => entryOf(week, words)),
  )
}
