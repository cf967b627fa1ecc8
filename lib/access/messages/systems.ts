import type { Messages } from '@/lib/platform/messages'

/** What happened to what other systems are told, and why something is refused. */
export const messages = {
  en: {
    'event.access.visa-key-made': 'Let another key sign visas ({occasion})',
    'access.occasion.first': 'the first',
    'access.occasion.age': 'the one before was due',
    'access.occasion.asked': 'as asked for',
    'access.occasion.withdrawn': 'others may have known the one before',
  },
  sv: {
    'event.access.visa-key-made': 'Lät en annan nyckel signera visum ({occasion})',
    'access.occasion.first': 'den första',
    'access.occasion.age': 'den förra var gammal',
    'access.occasion.asked': 'på begäran',
    'access.occasion.withdrawn': 'andra kan ha känt den förra',
  },
} as const satisfies Messages
