import type { Messages } from '@/lib/platform/messages'

const en = {
  'mail.agreement.kind.dpa': 'data processing agreement (DPA)',
  'mail.agreement.kind.service-agreement': 'service agreement',
  'mail.agreement.waiting.subject': 'Waiting for a signature: {kind} of {project}',
  'mail.agreement.waiting.text':
    'Hello,\n\n{project} has handed in its {kind}. It waits for the hub to countersign or return it:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.returned.subject': 'Returned: the {kind} of {project}',
  'mail.agreement.returned.text':
    'Hello,\n\nthe hub has returned the {kind} of {project} unsigned.\n\nThe hub writes: {reason}\n\nMend it and hand it in again:\n{link}\n\nAIDA Data Hub',
  'mail.agreement.countersigned.subject': 'Countersigned: the {kind} of {project}',
  'mail.agreement.countersigned.text':
    'Hello,\n\nthe hub has countersigned the {kind} of {project}. It is in force from {from} to {until}, both days in it.\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.terminated.subject': 'Terminated: the {kind} of {project}',
  'mail.agreement.terminated.text':
    'Hello,\n\nthe hub has terminated the {kind} of {project}. Services that need it are refused from now on.\n\nThe hub writes: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.near.subject': '{days} days left: the {kind} of {project}',
  'mail.agreement.near.text':
    'Hello,\n\nthe {kind} of {project} is in force until {until}, for {days} more days. Hand in a new one in good time, so that nothing is interrupted:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.expired.subject': 'Expired: the {kind} of {project}',
  'mail.agreement.expired.text':
    'Hello,\n\nthe {kind} of {project} has expired. Services that need it are refused until a new one is in force:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.terms.subject': 'New terms from {binds}: {title}',
  'mail.agreement.terms.text':
    'Hello,\n\nthere is a new version of the {title}. From {binds} on it is demanded of everybody.\n\nWhat has changed: {note}\n\nRead what has changed and accept it here:\n{link}\n\nAIDA Data Hub',
}

const sv: typeof en = {
  'mail.agreement.kind.dpa': 'personuppgiftsbiträdesavtal (PUB-avtal)',
  'mail.agreement.kind.service-agreement': 'tjänsteavtal',
  'mail.agreement.waiting.subject': 'Väntar på underskrift: {kind} för {project}',
  'mail.agreement.waiting.text':
    'Hej!\n\n{project} har lämnat in sitt {kind}. Det väntar på att hubben kontrasignerar eller lämnar tillbaka det:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.returned.subject': 'Återlämnat: {kind} för {project}',
  'mail.agreement.returned.text':
    'Hej!\n\nHubben har lämnat tillbaka {project}s {kind} utan underskrift.\n\nHubben skriver: {reason}\n\nRätta det och lämna in det igen:\n{link}\n\nAIDA Data Hub',
  'mail.agreement.countersigned.subject': 'Kontrasignerat: {kind} för {project}',
  'mail.agreement.countersigned.text':
    'Hej!\n\nHubben har kontrasignerat {kind} för {project}. Det gäller från och med {from} till och med {until}.\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.terminated.subject': 'Uppsagt: {kind} för {project}',
  'mail.agreement.terminated.text':
    'Hej!\n\nHubben har sagt upp {kind} för {project}. Tjänster som kräver det nekas från och med nu.\n\nHubben skriver: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.near.subject': '{days} dagar kvar: {kind} för {project}',
  'mail.agreement.near.text':
    'Hej!\n\nAvtalet ({kind}) för {project} gäller till och med {until}, i {days} dagar till. Lämna in ett nytt i god tid, så att inget avbryts:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.expired.subject': 'Utgånget: {kind} för {project}',
  'mail.agreement.expired.text':
    'Hej!\n\nAvtalet ({kind}) för {project} har löpt ut. Tjänster som kräver det nekas tills ett nytt gäller:\n\n{link}\n\nAIDA Data Hub',
  'mail.agreement.terms.subject': 'Nya villkor från {binds}: {title}',
  'mail.agreement.terms.text':
    'Hej!\n\nDet finns en ny version: {title}. Från och med {binds} krävs den av alla.\n\nVad som har ändrats: {note}\n\nLäs vad som har ändrats och godkänn här:\n{link}\n\nAIDA Data Hub',
}

/** The words of the mails about agreements. */
export const messages = { en, sv } as const satisfies Messages
