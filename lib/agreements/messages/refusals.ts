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
    'refusal.agreements.not-signatory':
      'Signing binds the whole project: its principal investigator does it, or a delegate who holds every authority.',
    'refusal.agreements.project-over': 'The project is over: nothing more is signed for it.',
    'refusal.agreements.waiting-already':
      'A document of this kind waits for the hub already. Take it back first, or wait until it is decided.',
    'refusal.agreements.own-project': 'You take part in this project: another administrator decides on its agreements.',
    'refusal.agreements.not-in-this-state': 'The document is {state}, so this cannot be done with it. Reload the page.',
    'refusal.agreements.other-institution':
      'It was signed for {institutionName}, and the project belongs to another institution now. Return it, and ask for a new one.',
    'refusal.agreements.expired': 'The agreement has expired already.',
    'refusal.agreements.no-draft': 'There is no draft.',
    'refusal.agreements.drafted-already': 'There is a draft of the next version already. Go on with that one.',
    'refusal.agreements.empty-draft': 'Write the title and the text in both languages before you publish.',
    'refusal.agreements.nothing-new': 'The draft says what version {version, number} says already.',
    'refusal.agreements.no-change-note': 'Tell those who accepted the version before what has changed.',
    'agreements.invalid.day': 'Give a day, as in 2026-12-01.',
    'agreements.invalid.order': 'The last day comes before the first.',
    'agreements.invalid.over': 'The last day is in the past already.',
    'agreements.invalid.long': 'An agreement is in force for at most ten years.',
    'agreements.invalid.notice': 'The notice is 0 to 365 days.',
    'agreements.invalid.kind': 'Choose one of the texts.',
    'agreements.invalid.version': 'Give the number of a version.',
  },
  sv: {
    'refusal.agreements.missing':
      '{dpa, select, yes {Projektet har inget gällande personuppgiftsbiträdesavtal. } other {}}{serviceAgreement, select, yes {Projektet har inget gällande tjänsteavtal. } other {}}{userTerms, select, yes {Du har inte godkänt de gällande användarvillkoren. } other {}}{mend, select, person {Godkänn dem under Avtal (/agreements).} project {Ordna det på projektets sida för avtal (/projects/{slug}/agreements).} other {Godkänn villkoren under Avtal (/agreements); resten ordnas på /projects/{slug}/agreements.}}',
    'refusal.agreements.to-be-signed':
      'Den här texten undertecknas för ett projekt, på projektets sida för avtal; ingen godkänner den ensam.',
    'refusal.agreements.accepted-already': 'Du har redan godkänt version {version, number}.',
    'refusal.agreements.superseded':
      'Version {version, number} gäller inte längre: en nyare har tagit dess plats. Läs den.',
    'refusal.agreements.not-signatory':
      'En underskrift binder hela projektet: huvudansvarig forskare skriver under, eller den som har fått alla befogenheter.',
    'refusal.agreements.project-over': 'Projektet är avslutat: inget mer undertecknas för det.',
    'refusal.agreements.waiting-already':
      'Ett dokument av det här slaget väntar redan på hubben. Ta tillbaka det först, eller vänta tills det är avgjort.',
    'refusal.agreements.own-project': 'Du deltar i det här projektet: en annan administratör avgör om dess avtal.',
    'refusal.agreements.not-in-this-state':
      'Dokumentet är {state}, så detta går inte att göra med det. Ladda om sidan.',
    'refusal.agreements.other-institution':
      'Det undertecknades för {institutionName}, och projektet hör nu till en annan institution. Lämna tillbaka det och be om ett nytt.',
    'refusal.agreements.expired': 'Avtalet har redan löpt ut.',
    'refusal.agreements.no-draft': 'Det finns inget utkast.',
    'refusal.agreements.drafted-already': 'Det finns redan ett utkast till nästa version. Fortsätt med det.',
    'refusal.agreements.empty-draft': 'Skriv titel och text på båda språken innan du publicerar.',
    'refusal.agreements.nothing-new': 'Utkastet säger detsamma som version {version, number}.',
    'refusal.agreements.no-change-note': 'Berätta för dem som godkände den förra versionen vad som har ändrats.',
    'agreements.invalid.day': 'Ange en dag, som 2026-12-01.',
    'agreements.invalid.order': 'Sista dagen kommer före den första.',
    'agreements.invalid.over': 'Sista dagen har redan passerat.',
    'agreements.invalid.long': 'Ett avtal gäller i högst tio år.',
    'agreements.invalid.notice': 'Varseltiden är 0 till 365 dagar.',
    'agreements.invalid.kind': 'Välj en av texterna.',
    'agreements.invalid.version': 'Ange numret på en version.',
  },
} as const satisfies Messages
