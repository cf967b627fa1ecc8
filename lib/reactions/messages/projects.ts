import type { Messages } from '@/lib/platform/messages'

const en = {
  'mail.project.subject': 'Your project at AIDA Data Hub: {name}',
  'mail.project.desk.subject': 'A project waits for the hub: {name}',
  'mail.project.frame': 'Hello,\n\n{text}\n\nTurn these mails off in your account:\n{settings}\n\nAIDA Data Hub',
  'mail.project.invited.subject': 'Invitation to the project {name}',
  'mail.project.invited':
    'Hello,\n\n{inviter} invites you to take part in the project {name} at AIDA Data Hub. Follow this link and sign in, or make an account first; it is good once, until {day}:\n\n{link}\n\nWhoever has the link can join, so do not pass it on. If you know nothing of this, do nothing.\n\nAIDA Data Hub',
  'mail.project.joined':
    '{person} ({address}) has joined the project {name} by the invitation that was sent to {email}.\n\n{link}',
  'mail.project.removed':
    'You no longer take part in the project {name}: somebody who manages its members removed you.',
  'mail.project.application-waiting':
    '{applicant} applies for a project ({kind}): {name}. It waits for a decision of the hub.\n\n{link}',
  'mail.project.transfer-waiting':
    '{to} ({institution}) is to lead the project {name} instead of {from}. Both agree; it waits for the hub to confirm it.\n\n{link}',
  'mail.project.pi-appointed':
    'You lead the project {name} from now on, as its principal investigator has left the hub. Every delegation that they gave has ended.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.approved': 'Your application for {name} is approved.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.declined': 'Your application for {name} is declined.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.delegated':
    'You were given authority over the project {name}, from {from} until {until}:\n\n{authorities}\n\n{link}',
  'mail.project.undelegated':
    'Authority that you had over the project {name} has ended, and with it what you gave onward of it:\n\n{authorities}\n\n{link}',
  'mail.project.transfer-proposed':
    '{from} proposes that {to} ({institution}) lead the project {name}. It takes the consent of {to}, then the hub confirms it.\n\n{link}',
  'mail.project.transfer-accepted':
    '{to} agrees to lead the project {name} instead of {from}. The hub will confirm it.\n\n{link}',
  'mail.project.transfer-declined': '{to} declines to lead the project {name}; {from} stays.\n\n{link}',
  'mail.project.transfer-cancelled': 'That {to} lead the project {name} was taken back; {from} stays.\n\n{link}',
  'mail.project.transfer-confirmed':
    '{to} leads the project {name} from now on. Every delegation that {from} gave has ended.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.transfer-refused':
    'The hub refuses that {to} lead the project {name}; {from} stays.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.budget':
    'The budget of the project {name} is {weeks, plural, one {# GPU week} other {# GPU weeks}} from now on.\n\nThe hub writes: {reason}\n\n{link}',
  'mail.project.confirmation.subject': 'Confirm who takes part in {name}',
  'mail.project.confirmation-due':
    'Hello,\n\nonce a year you confirm who takes part in the project {name}. Look at the list and confirm it by {day}; after that no new booking can be made until it is done:\n\n{link}\n\nAIDA Data Hub',
  'mail.project.confirmation-overdue':
    'Hello,\n\nwho takes part in the project {name} was to be confirmed by {day}. No new booking can be made until it is done; those that are made stay:\n\n{link}\n\nAIDA Data Hub',
}

const sv: typeof en = {
  'mail.project.subject': 'Ditt projekt hos AIDA Data Hub: {name}',
  'mail.project.desk.subject': 'Ett projekt väntar på hubben: {name}',
  'mail.project.frame': 'Hej!\n\n{text}\n\nStäng av de här breven på ditt konto:\n{settings}\n\nAIDA Data Hub',
  'mail.project.invited.subject': 'Inbjudan till projektet {name}',
  'mail.project.invited':
    'Hej!\n\n{inviter} bjuder in dig att delta i projektet {name} hos AIDA Data Hub. Följ länken och logga in, eller skapa först ett konto. Länken kan användas en gång, till och med {day}:\n\n{link}\n\nDen som har länken kan gå med, så lämna den inte vidare. Om du inte känner till detta behöver du inte göra något.\n\nAIDA Data Hub',
  'mail.project.joined':
    '{person} ({address}) har gått med i projektet {name} genom inbjudan som skickades till {email}.\n\n{link}',
  'mail.project.removed':
    'Du deltar inte längre i projektet {name}: någon som hanterar dess medlemmar har tagit bort dig.',
  'mail.project.application-waiting':
    '{applicant} ansöker om ett projekt ({kind}): {name}. Det väntar på hubbens beslut.\n\n{link}',
  'mail.project.transfer-waiting':
    '{to} ({institution}) ska leda projektet {name} i stället för {from}. Båda samtycker; det väntar på att hubben fastställer det.\n\n{link}',
  'mail.project.pi-appointed':
    'Du leder projektet {name} från och med nu, eftersom dess huvudansvariga forskare har lämnat hubben. Alla delegeringar som den gav har upphört.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.approved': 'Din ansökan om {name} är beviljad.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.declined': 'Din ansökan om {name} är avslagen.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.delegated':
    'Du har fått befogenheter över projektet {name}, från {from} till och med {until}:\n\n{authorities}\n\n{link}',
  'mail.project.undelegated':
    'Befogenheter som du hade över projektet {name} har upphört, och med dem det du gav vidare:\n\n{authorities}\n\n{link}',
  'mail.project.transfer-proposed':
    '{from} föreslår att {to} ({institution}) ska leda projektet {name}. Det kräver samtycke från {to}, sedan fastställer hubben det.\n\n{link}',
  'mail.project.transfer-accepted':
    '{to} samtycker till att leda projektet {name} i stället för {from}. Hubben ska fastställa det.\n\n{link}',
  'mail.project.transfer-declined': '{to} avböjer att leda projektet {name}; {from} är kvar.\n\n{link}',
  'mail.project.transfer-cancelled':
    'Förslaget att {to} ska leda projektet {name} har tagits tillbaka; {from} är kvar.\n\n{link}',
  'mail.project.transfer-confirmed':
    '{to} leder projektet {name} från och med nu. Alla delegeringar som {from} gav har upphört.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.transfer-refused':
    'Hubben nekar att {to} ska leda projektet {name}; {from} är kvar.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.budget':
    'Budgeten för projektet {name} är från och med nu {weeks, plural, one {# GPU-vecka} other {# GPU-veckor}}.\n\nHubben skriver: {reason}\n\n{link}',
  'mail.project.confirmation.subject': 'Bekräfta vilka som deltar i {name}',
  'mail.project.confirmation-due':
    'Hej!\n\nEn gång om året bekräftar du vilka som deltar i projektet {name}. Se över listan och bekräfta den senast {day}, därefter kan inga nya bokningar göras förrän det är gjort:\n\n{link}\n\nAIDA Data Hub',
  'mail.project.confirmation-overdue':
    'Hej!\n\nVilka som deltar i projektet {name} skulle ha bekräftats senast {day}. Inga nya bokningar kan göras förrän det är gjort, de som finns är kvar:\n\n{link}\n\nAIDA Data Hub',
}

/** The words of the mails about projects. */
export const messages = { en, sv } as const satisfies Messages
