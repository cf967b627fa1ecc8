import type { Messages } from '@/lib/platform/messages'

/** What a workflow switches off, and how far the hub has come: sentences of refusals and of the journal. */
export const messages = {
  en: {
    'refusal.access.switched-off': 'The workflow of these datasets has switched this off.',
    'refusal.access.deciders-are-asked':
      'Where the deciders decide, asking them cannot be switched off: nothing could be approved.',
    'refusal.access.no-such-processing-state': 'There is no such processing state in a workflow that you handle here.',
    'refusal.access.processing-already': 'That is the processing state already.',
    'access.invalid.both-languages': 'Name it in both languages.',
    'access.invalid.same-name': 'Another has this name already.',
    'access.invalid.position': 'Write a whole number, from 0 to 999.',
    'event.access.processing-state-changed':
      'Told how far the hub has come with {reference}: {processing, select, none {no longer said} other {{name}}}',
  },
  sv: {
    'refusal.access.switched-off': 'Arbetsflödet för de här dataseten har stängt av detta.',
    'refusal.access.deciders-are-asked':
      'Där beslutsfattarna beslutar kan det inte stängas av att fråga dem: då kunde ingenting beviljas.',
    'refusal.access.no-such-processing-state': 'Det finns inget sådant läge i ett arbetsflöde som du handlägger här.',
    'refusal.access.processing-already': 'Det är redan läget.',
    'access.invalid.both-languages': 'Ange namnet på båda språken.',
    'access.invalid.same-name': 'Ett annat heter redan så.',
    'access.invalid.position': 'Skriv ett heltal från 0 till 999.',
    'event.access.processing-state-changed':
      'Meddelade hur långt hubben har kommit med {reference}: {processing, select, none {sägs inte längre} other {{name}}}',
  },
} as const satisfies Messages
