import type { Messages } from '@/lib/platform/messages'

/** Calendar feeds, and what stands in a calendar. */
export const messages = {
  en: {
    'booking.calendar.summary': '{machine} {slot}: {project}',
    'booking.calendar.description':
      '{name}: {gpus, plural, one {# GPU} other {# GPUs}} for {project}. The machine is prepared from Monday 09:00 and ready as soon as possible before 12:00; it ends Monday 09:00.',
    'booking.calendar.own': 'AIDA Data Hub: my weeks',
    'booking.calendar.project': 'AIDA Data Hub: {project}',
    'event.booking.calendar-feed-renewed': 'Made a secret calendar address',
    'event.booking.calendar-feed-closed': 'Ended a secret calendar address',
  },
  sv: {
    'booking.calendar.summary': '{machine} {slot}: {project}',
    'booking.calendar.description':
      '{name}: {gpus, plural, one {# GPU} other {# GPU:er}} för {project}. Maskinen förbereds från måndag 09.00 och är klar så snart som möjligt före 12.00; den slutar måndag 09.00.',
    'booking.calendar.own': 'AIDA Data Hub: mina veckor',
    'booking.calendar.project': 'AIDA Data Hub: {project}',
    'event.booking.calendar-feed-renewed': 'Skapade en hemlig kalenderadress',
    'event.booking.calendar-feed-closed': 'Avslutade en hemlig kalenderadress',
  },
} as const satisfies Messages
