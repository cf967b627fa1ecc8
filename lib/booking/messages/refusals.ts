import type { Messages } from '@/lib/platform/messages'

/** Why booking refuses what was asked. */
export const messages = {
  en: {
    'refusal.booking.project-ended': 'The project has ended, and books no more weeks.',
    'refusal.booking.members-overdue':
      'The yearly confirmation of the project’s members is overdue. New bookings wait until its principal investigator has confirmed them.',
    'refusal.booking.no-such-week': 'There is no such slot week on the sheet: {weeks}.',
    'refusal.booking.week-over': 'The week is over: {weeks}.',
    'refusal.booking.week-begun': 'The week has begun.',
    'refusal.booking.closed': 'Closed for maintenance: {weeks}.',
    'refusal.booking.outside-project': 'The project does not last for the whole of {weeks}.',
    'refusal.booking.yours-already': 'Your project has it already: {weeks}.',
    'refusal.booking.taken': 'Somebody else was first: {weeks}. Nothing was booked.',
    'refusal.booking.held': 'Kept for a project that waited for it: {weeks}. Nothing was booked.',
    'refusal.booking.waiting-first':
      'Just cancelled, and somebody waits for it already: {weeks}. You can join the waiting list.',
    'refusal.booking.over-budget':
      'Your project has {left, plural, one {# GPU week} other {# GPU weeks}} left, and this would take {wants, number}. {fitting, select, none {None of the weeks would fit.} other {These would fit: {fitting}.}}',
    'refusal.booking.over-budget-after-all': 'This would take the project over its budget. Nothing was booked.',
    'refusal.booking.taken-after-all': 'Somebody else was first. Nothing was booked.',
    'refusal.booking.one-machine': 'A booking is of one machine. Book the other one’s weeks by themselves.',
    'refusal.booking.not-its-week': 'That week does not belong to this booking.',
    'refusal.booking.nothing-to-cancel':
      'There is nothing to cancel: a week that has begun is released instead, and what was cancelled stays cancelled.',
    'refusal.booking.nothing-to-release': 'There is nothing to release: only a week that runs can be released early.',
    'refusal.booking.undo-over': 'There is nothing to undo any more: that is possible for one minute.',
    'refusal.booking.moved-on': 'The booking was just changed by somebody else. Reload the page.',
    'refusal.booking.override-forbidden': 'Only a compute administrator lifts a budget.',
    'refusal.booking.own-project': 'It is a project of your own: another administrator decides on its budget.',
    'booking.invalid.slot': 'There is no such slot.',
    'booking.invalid.none': 'Choose at least one week.',
    'booking.invalid.many': 'At most 53 slot weeks at a time.',
    'booking.invalid.twice': 'The same slot week is named twice.',
    'booking.invalid.choice': 'Choose one of those there are.',
  },
  sv: {
    'refusal.booking.project-ended': 'Projektet är avslutat och bokar inga fler veckor.',
    'refusal.booking.members-overdue':
      'Den årliga bekräftelsen av projektets medlemmar är försenad. Nya bokningar får vänta tills huvudforskaren har bekräftat dem.',
    'refusal.booking.no-such-week': 'Den veckan finns inte på bladet: {weeks}.',
    'refusal.booking.week-over': 'Veckan är över: {weeks}.',
    'refusal.booking.week-begun': 'Veckan har börjat.',
    'refusal.booking.closed': 'Stängt för underhåll: {weeks}.',
    'refusal.booking.outside-project': 'Projektet varar inte hela {weeks}.',
    'refusal.booking.yours-already': 'Ditt projekt har den redan: {weeks}.',
    'refusal.booking.taken': 'Någon annan hann före: {weeks}. Ingenting bokades.',
    'refusal.booking.held': 'Reserverad för ett projekt som köade: {weeks}. Ingenting bokades.',
    'refusal.booking.waiting-first': 'Just avbokad, och någon köar redan till den: {weeks}. Du kan ställa dig i kön.',
    'refusal.booking.over-budget':
      'Ditt projekt har {left, plural, one {# GPU-vecka} other {# GPU-veckor}} kvar, och detta skulle kräva {wants, number}. {fitting, select, none {Ingen av veckorna ryms.} other {Dessa ryms: {fitting}.}}',
    'refusal.booking.over-budget-after-all': 'Detta skulle föra projektet över dess budget. Ingenting bokades.',
    'refusal.booking.taken-after-all': 'Någon annan hann före. Ingenting bokades.',
    'refusal.booking.one-machine': 'En bokning gäller en maskin. Boka den andras veckor för sig.',
    'refusal.booking.not-its-week': 'Den veckan hör inte till bokningen.',
    'refusal.booking.nothing-to-cancel':
      'Det finns inget att avboka: en vecka som har börjat lämnas i stället i förtid, och det som är avbokat förblir det.',
    'refusal.booking.nothing-to-release': 'Det finns inget att lämna: bara en vecka som pågår kan lämnas i förtid.',
    'refusal.booking.undo-over': 'Det finns inget att ångra längre: det går i en minut.',
    'refusal.booking.moved-on': 'Någon annan ändrade just bokningen. Ladda om sidan.',
    'refusal.booking.override-forbidden': 'Bara en beräkningsadministratör kan lyfta en budget.',
    'refusal.booking.own-project': 'Det är ett eget projekt: en annan administratör avgör dess budget.',
    'booking.invalid.slot': 'Den platsen finns inte.',
    'booking.invalid.none': 'Välj minst en vecka.',
    'booking.invalid.many': 'Högst 53 veckor åt gången.',
    'booking.invalid.twice': 'Samma vecka nämns två gånger.',
    'booking.invalid.choice': 'Välj något av det som finns.',
  },
} as const satisfies Messages
