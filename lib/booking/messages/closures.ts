import type { Messages } from '@/lib/platform/messages'

/** Maintenance: refusals and the journal. */
export const messages = {
  en: {
    'refusal.booking.closure-too-early': 'The earliest week that can be closed is the running one, {earliest}.',
    'refusal.booking.closure-length': 'From the first week to the last: at least one, at most {most}.',
    'refusal.booking.no-slot-weeks': 'There are no slot weeks to close there.',
    'refusal.booking.closed-already': 'Those weeks are closed already.',
    'refusal.booking.displacement-missing':
      'Nothing was closed: {count, plural, one {# booking stands} other {# bookings stand}} there of which it is not said whether it is moved or cancelled. Show again what stands there.',
    'refusal.booking.displacement-stale':
      'Nothing was closed: what stands there has changed since it was shown. Show it again and decide anew.',
    'refusal.booking.displacement-taken':
      'Nothing was closed: a slot week in {week} that a booking was to be moved to cannot take it (any more). Show again what is free.',
    'refusal.booking.opened-already': 'This maintenance has been ended already.',
    'event.booking.weeks-closed':
      'Closed {slug} for maintenance, {from} to {to} (slots: {slots}, bookings moved: {moved}, cancelled: {displaced})',
    'event.booking.weeks-opened': 'Ended a maintenance of {slug} (slot weeks opened: {cells})',
    'event.booking.week-relocated': 'Moved a booked week for maintenance, from {week} to {to}',
    'event.booking.week-displaced': 'Cancelled a booked week for maintenance, {week}',
    'event.booking.hold-withdrawn': 'Took back a hold on {week} for maintenance',
  },
  sv: {
    'refusal.booking.closure-too-early': 'Den tidigaste vecka som kan stängas är den som pågår, {earliest}.',
    'refusal.booking.closure-length': 'Från den första veckan till den sista: minst en, högst {most}.',
    'refusal.booking.no-slot-weeks': 'Det finns inga platsveckor att stänga där.',
    'refusal.booking.closed-already': 'De veckorna är redan stängda.',
    'refusal.booking.displacement-missing':
      'Ingenting stängdes: för {count, plural, one {# bokning} other {# bokningar}} där är det inte sagt om den flyttas eller avbokas. Visa igen vad som står där.',
    'refusal.booking.displacement-stale':
      'Ingenting stängdes: det som står där har ändrats sedan det visades. Visa det igen och avgör på nytt.',
    'refusal.booking.displacement-taken':
      'Ingenting stängdes: en platsvecka i {week} som en bokning skulle flyttas till kan inte ta emot den (längre). Visa igen vad som är ledigt.',
    'refusal.booking.opened-already': 'Det underhållet är redan avslutat.',
    'event.booking.weeks-closed':
      'Stängde {slug} för underhåll, {from} till {to} (platser: {slots}, flyttade bokningar: {moved}, avbokade: {displaced})',
    'event.booking.weeks-opened': 'Avslutade ett underhåll av {slug} (öppnade platsveckor: {cells})',
    'event.booking.week-relocated': 'Flyttade en bokad vecka för underhåll, från {week} till {to}',
    'event.booking.week-displaced': 'Avbokade en vecka för underhåll, {week}',
    'event.booking.hold-withdrawn': 'Tog tillbaka en reservation av {week} för underhåll',
  },
} as const satisfies Messages
