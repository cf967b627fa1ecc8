import type { Messages } from '@/lib/platform/messages'

/** What happened to projects, as sentences of the journal. `person` is whom it concerned besides the actor. */
export const messages = {
  en: {
    'event.projects.application-submitted': 'Applied for a project ({kind})',
    'event.projects.application-withdrawn': 'Withdrew an application for a project',
    'event.projects.application-approved': 'Approved the application of {person} for a project',
    'event.projects.application-declined': 'Declined the application of {person} for a project',
    'event.projects.started': 'Opened the project {slug} ({kind}, GPU weeks: {weeks}), led by {person}',
  },
  sv: {
    'event.projects.application-submitted': 'Ansökte om ett projekt ({kind})',
    'event.projects.application-withdrawn': 'Tog tillbaka en ansökan om projekt',
    'event.projects.application-approved': 'Beviljade ansökan om projekt från {person}',
    'event.projects.application-declined': 'Avslog ansökan om projekt från {person}',
    'event.projects.started': 'Öppnade projektet {slug} ({kind}, GPU-veckor: {weeks}), lett av {person}',
  },
} as const satisfies Messages
