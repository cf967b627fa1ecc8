import type { Messages } from '@/lib/platform/messages'

/** Saying that a week's virtual machine is ready. */
export const messages = {
  en: {
    'refusal.booking.not-begun':
      '{week} begins on its Monday at 09:00. Its machine can be said to be ready from then on.',
    'refusal.booking.week-not-held': 'The week is over, or nobody has it any more.',
    'refusal.booking.ready-already': 'This was said already: the machine is ready at {address}.',
    'refusal.booking.week-moved': 'The week has just been moved or changed. Reload the page.',
    'booking.invalid.address': 'A host name or an IP address, such as 10.1.2.3 or vm-a.example.org.',
    'event.booking.week-ready': 'Said that the machine of {week} is ready',
    'event.booking.address-changed': 'Gave the machine of {week} another address',
  },
  sv: {
    'refusal.booking.not-begun':
      '{week} börjar på sin måndag kl. 09.00. Från och med då kan dess maskin anges som klar.',
    'refusal.booking.week-not-held': 'Veckan är över, eller så har ingen den längre.',
    'refusal.booking.ready-already': 'Det är redan angivet: maskinen är klar på {address}.',
    'refusal.booking.week-moved': 'Veckan har just flyttats eller ändrats. Ladda om sidan.',
    'booking.invalid.address': 'Ett värdnamn eller en IP-adress, till exempel 10.1.2.3 eller vm-a.example.org.',
    'event.booking.week-ready': 'Angav att maskinen för {week} är klar',
    'event.booking.address-changed': 'Gav maskinen för {week} en annan adress',
  },
} as const satisfies Messages
