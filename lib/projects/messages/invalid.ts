import type { Messages } from '@/lib/platform/messages'

/** What is wrong with a value of a form or a request, and what would be right. */
export const messages = {
  en: {
    'projects.invalid.day': 'Write a day that exists, such as 2026-11-27.',
    'projects.invalid.order': 'The last day does not come before the first.',
    'projects.invalid.long': 'Ten years is the longest; shorten it, it can be extended later.',
    'projects.invalid.slug': 'The address of a project is lower-case letters, digits and single hyphens.',
    'projects.invalid.revision': 'The revision is a whole number.',
    'projects.invalid.weeks': 'Write a whole number of GPU weeks, from 0 to 2000.',
    'projects.invalid.organisation':
      'Write the organisation’s name, or its name and a right ROR address: Linköping University · https://ror.org/05ynxx418.',
    'projects.invalid.too-many': 'There are too many here.',
    'projects.invalid.repeated': 'One stands here more than once; keep one.',
    'projects.invalid.choice': 'Choose one of the values offered.',
    'projects.invalid.budget-needed': 'This kind of project has no budget of its own: state one in GPU weeks.',
    'projects.invalid.gigabytes': 'Write a whole number of gigabytes, from 0 to 1 000 000.',
    'projects.invalid.authorities': 'Choose at least one authority.',
  },
  sv: {
    'projects.invalid.day': 'Skriv en dag som finns, till exempel 2026-11-27.',
    'projects.invalid.order': 'Den sista dagen kommer inte före den första.',
    'projects.invalid.long': 'Tio år är det längsta, korta perioden. Den kan förlängas senare.',
    'projects.invalid.slug': 'Ett projekts adress är gemener, siffror och enkla bindestreck.',
    'projects.invalid.revision': 'Revisionen är ett heltal.',
    'projects.invalid.weeks': 'Skriv ett helt antal GPU-veckor, från 0 till 2000.',
    'projects.invalid.organisation':
      'Skriv organisationens namn, eller namnet och en riktig ROR-adress: Linköping University · https://ror.org/05ynxx418.',
    'projects.invalid.too-many': 'Här finns för många.',
    'projects.invalid.repeated': 'En står här mer än en gång, behåll en.',
    'projects.invalid.choice': 'Välj ett av de värden som erbjuds.',
    'projects.invalid.budget-needed': 'Den här sortens projekt har ingen egen budget: ange en i GPU-veckor.',
    'projects.invalid.gigabytes': 'Skriv ett helt antal gigabyte, från 0 till 1 000 000.',
    'projects.invalid.authorities': 'Välj minst en befogenhet.',
  },
} as const satisfies Messages
