import type { Messages } from '@/lib/platform/messages'

/** What an error page says. Apart from the other messages because it is the one table that the browser gets. */
export const failureMessages = {
  en: {
    'failure.title': 'This page could not be shown',
    'failure.happened': 'What happened: something went wrong on our side. It has been noted.',
    'failure.kept':
      'What was kept: everything saved before this. A change that was under way is either saved whole or not at all.',
    'failure.todo': 'What to do: try again. If it comes back, write to us and give the reference below.',
    'failure.reference': 'Reference',
    'failure.retry': 'Try again',
    'failure.home': 'Go to the first page',
  },
  sv: {
    'failure.title': 'Sidan kunde inte visas',
    'failure.happened': 'Vad som hände: något gick fel hos oss. Det har noterats.',
    'failure.kept':
      'Vad som är kvar: allt som sparats tidigare. En ändring som pågick är antingen sparad i sin helhet eller inte alls.',
    'failure.todo': 'Vad du kan göra: försök igen. Om felet kommer tillbaka, skriv till oss och ange referensen nedan.',
    'failure.reference': 'Referens',
    'failure.retry': 'Försök igen',
    'failure.home': 'Till första sidan',
  },
} as const satisfies Messages
