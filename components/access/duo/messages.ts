import type { Messages } from '@/lib/platform/messages'

/** What the page says on which a purpose is compared with what a dataset may be used for. */
export const messages = {
  en: {
    'purpose.title': 'Does your purpose fit {name}?',
    'purpose.lead':
      'State what you want the data for, and see how it compares with what they may be used for. It is advice: people decide, with the whole request before them. Nothing is stored.',
    'purpose.link': 'Compare your purpose with it',
    'purpose.use': 'What the data may be used for',
    'purpose.use.none': 'Nothing is stated, so a person judges each request.',
    'purpose.yours': 'Your purpose',
    'purpose.ethics': 'Is there an ethics approval?',
    'purpose.ethics.yes': 'Yes',
    'purpose.ethics.no': 'Not yet',
    'purpose.compare': 'Compare',
    'purpose.answer': 'How it compares',
  },
  sv: {
    'purpose.title': 'Passar ert ändamål {name}?',
    'purpose.lead':
      'Ange vad ni vill ha datan till, och se hur det stämmer med vad den får användas till. Det är ett råd: människor beslutar, med hela ansökan framför sig. Inget sparas.',
    'purpose.link': 'Jämför ert ändamål med det',
    'purpose.use': 'Vad datan får användas till',
    'purpose.use.none': 'Inget är angivet, så en person bedömer varje ansökan.',
    'purpose.yours': 'Ert ändamål',
    'purpose.ethics': 'Finns det ett etikgodkännande?',
    'purpose.ethics.yes': 'Ja',
    'purpose.ethics.no': 'Inte än',
    'purpose.compare': 'Jämför',
    'purpose.answer': 'Hur det stämmer',
  },
} as const satisfies Messages
