import type { Messages } from '@/lib/platform/messages'

/** Why projects refuse what was asked. */
export const messages = {
  en: {
    'refusal.projects.no-authority':
      'You take part in the project, but this takes an authority that you do not hold for it: {authority}. Its principal investigator can give it to you.',
    'refusal.projects.moved-on':
      'Somebody else has changed this since you opened it. Nothing was overwritten; reload the page to see what it says now.',
    'refusal.projects.too-many-applications':
      '{limit, number} of your applications wait for an answer, which is the most. More can come when some are answered.',
    'refusal.projects.period-over': 'The project would be over already. Choose a later last day.',
    'refusal.projects.application-closed': 'The application has been answered or withdrawn already.',
    'refusal.projects.own-application': 'The application is yours: another administrator decides on it.',
  },
  sv: {
    'refusal.projects.no-authority':
      'Du deltar i projektet, men detta kräver en befogenhet som du inte har för det: {authority}. Projektets huvudansvariga forskare kan ge dig den.',
    'refusal.projects.moved-on':
      'Någon annan har ändrat detta sedan du öppnade det. Ingenting skrevs över; ladda om sidan för att se vad som gäller nu.',
    'refusal.projects.too-many-applications':
      '{limit, number} av dina ansökningar väntar på svar, vilket är det högsta antalet. Fler kan komma när några har besvarats.',
    'refusal.projects.period-over': 'Projektet skulle redan vara slut. Välj en senare sista dag.',
    'refusal.projects.application-closed': 'Ansökan är redan besvarad eller återtagen.',
    'refusal.projects.own-application': 'Ansökan är din: en annan administratör avgör den.',
  },
} as const satisfies Messages
