import type { Messages } from '@/lib/platform/messages'

/** Why an agreement stands in the way, or is itself refused. */
export const messages = {
  en: {
    'refusal.agreements.missing':
      '{dpa, select, yes {The project has no data processing agreement (DPA) in force. } other {}}{serviceAgreement, select, yes {The project has no service agreement in force. } other {}}{userTerms, select, yes {You have not accepted the user terms in force. } other {}}{mend, select, person {Accept them under Agreements (/agreements).} project {See to it on the project’s page of agreements (/projects/{slug}/agreements).} other {Accept the terms under Agreements (/agreements); the rest is seen to at /projects/{slug}/agreements.}}',
    'refusal.agreements.to-be-signed':
      'This text is signed for a project, on the project’s page of agreements; nobody accepts it alone.',
    'refusal.agreements.accepted-already': 'You have accepted version {version, number} already.',
    'refusal.agreements.superseded':
      'Version {version, number} no longer holds: a newer one has taken its place. Read that one.',
    'agreements.invalid.kind': 'Choose one of the texts.',
    'agreements.invalid.version': 'Give the number of a version.',
    'agreements.kind.service-agreement': 'Service agreement',
    'agreements.kind.dpa': 'Data processing agreement (DPA)',
    'agreements.kind.user-terms': 'User terms',
    'event.agreements.text-accepted': 'Accepted a text ({kind}, version {version})',
  },
  sv: {
    'refusal.agreements.missing':
      '{dpa, select, yes {Projektet har inget gällande personuppgiftsbiträdesavtal. } other {}}{serviceAgreement, select, yes {Projektet har inget gällande tjänsteavtal. } other {}}{userTerms, select, yes {Du har inte godkänt de gällande användarvillkoren. } other {}}{mend, select, person {Godkänn dem under Avtal (/agreements).} project {Ordna det på projektets sida för avtal (/projects/{slug}/agreements).} other {Godkänn villkoren under Avtal (/agreements); resten ordnas på /projects/{slug}/agreements.}}',
    'refusal.agreements.to-be-signed':
      'Den här texten undertecknas för ett projekt, på projektets sida för avtal; ingen godkänner den ensam.',
    'refusal.agreements.accepted-already': 'Du har redan godkänt version {version, number}.',
    'refusal.agreements.superseded':
      'Version {version, number} gäller inte längre: en nyare har tagit dess plats. Läs den.',
    'agreements.invalid.kind': 'Välj en av texterna.',
    'agreements.invalid.version': 'Ange numret på en version.',
    'agreements.kind.service-agreement': 'Tjänsteavtal',
    'agreements.kind.dpa': 'Personuppgiftsbiträdesavtal (PUB-avtal)',
    'agreements.kind.user-terms': 'Användarvillkor',
    'event.agreements.text-accepted': 'Godkände en text ({kind}, version {version})',
  },
} as const satisfies Messages
