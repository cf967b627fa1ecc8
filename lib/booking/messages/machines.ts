import type { Messages } from '@/lib/platform/messages'

/** Machines and their layouts: refusals, faults of a field, and the journal. */
export const messages = {
  en: {
    'refusal.booking.machine-taken': 'There is a machine with the short name {slug} already. Choose another.',
    'refusal.booking.machine-in-use':
      'Somebody has a week on this machine. Whether it is for personal data can be changed when nobody has.',
    'refusal.booking.machine-moved-on':
      'Somebody else has changed this since you opened it (revision {expected, number}, now {revision, number}). Nothing was overwritten; reload the page.',
    'refusal.booking.layout-too-early': 'The earliest week for this is {earliest}.',
    'refusal.booking.layout-conflicts':
      'Nothing was changed: {count, plural, one {# thing stands} other {# things stand}} in those weeks. Move or cancel what is booked, then try again.',
    'refusal.booking.layout-has-history':
      'A layout begins in {from} already, and its slots were booked or waited for. Set the new one from another week on.',
    'booking.invalid.week': 'Write the week as year and number, such as 2026-W53.',
    'booking.invalid.slug': 'Small letters a–z, digits and single hyphens, at most 40.',
    'booking.invalid.slots': 'One slot a line: its name, a space, and its GPUs (1–64), such as “A 4”.',
    'booking.invalid.too-many-slots': 'At most 16 slots.',
    'booking.invalid.slot-repeated': 'Two slots have the same name.',
    'booking.invalid.login-name': 'A user name of the machine: small letters, digits, - and _, at most 32.',
    'event.booking.machine-created': 'Made the machine {slug} (slots: {slots}, GPUs: {gpus})',
    'event.booking.machine-edited': 'Changed what is said of the machine {slug}',
    'event.booking.layout-set': 'Divided {slug} anew from {from} (slots: {slots}, GPUs: {gpus})',
    'event.booking.sheet-extended': 'Extended the booking sheet of {slug} to {to}',
  },
  sv: {
    'refusal.booking.machine-taken': 'Det finns redan en maskin med kortnamnet {slug}. Välj ett annat.',
    'refusal.booking.machine-in-use':
      'Någon har en vecka på maskinen. Om den är till för personuppgifter kan ändras när ingen har det.',
    'refusal.booking.machine-moved-on':
      'Någon annan har ändrat detta sedan du öppnade det (revision {expected, number}, nu {revision, number}). Ingenting skrevs över; ladda om sidan.',
    'refusal.booking.layout-too-early': 'Den tidigaste veckan för detta är {earliest}.',
    'refusal.booking.layout-conflicts':
      'Ingenting ändrades: {count, plural, one {# sak står} other {# saker står}} i de veckorna. Flytta eller avboka det som är bokat och försök igen.',
    'refusal.booking.layout-has-history':
      'En indelning börjar redan i {from}, och dess platser har bokats eller köats till. Låt den nya börja en annan vecka.',
    'booking.invalid.week': 'Skriv veckan som år och nummer, till exempel 2026-W53.',
    'booking.invalid.slug': 'Små bokstäver a–z, siffror och enkla bindestreck, högst 40.',
    'booking.invalid.slots': 'En plats per rad: dess namn, ett mellanslag och dess GPU:er (1–64), till exempel ”A 4”.',
    'booking.invalid.too-many-slots': 'Högst 16 platser.',
    'booking.invalid.slot-repeated': 'Två platser har samma namn.',
    'booking.invalid.login-name': 'Ett användarnamn på maskinen: små bokstäver, siffror, - och _, högst 32.',
    'event.booking.machine-created': 'Lade upp maskinen {slug} (platser: {slots}, GPU:er: {gpus})',
    'event.booking.machine-edited': 'Ändrade uppgifterna om maskinen {slug}',
    'event.booking.layout-set': 'Delade in {slug} på nytt från {from} (platser: {slots}, GPU:er: {gpus})',
    'event.booking.sheet-extended': 'Förlängde bokningsbladet för {slug} till {to}',
  },
} as const satisfies Messages
