import type { Messages } from '@/lib/platform/messages'

const en = {
  'mail.ethics.deadline.start': 'the last day to start the research',
  'mail.ethics.deadline.end': 'the last day of the approval',
  'mail.ethics.waiting.subject': 'Waiting for verification: ethics approval {number}',
  'mail.ethics.waiting.text':
    'Hello,\n\n{project} has handed in its ethics approval {number} ({title}). Compare it with its documents, and verify or return it:\n\n{link}\n\nAIDA Data Hub',
  'mail.ethics.verified.subject': 'Verified: ethics approval {number}',
  'mail.ethics.verified.text':
    'Hello,\n\nthe ethics approval {number} of {project} ({title}) has been verified against its documents. It counts from now on as it says.\n\n{note}\n\n{link}\n\nAIDA Data Hub',
  'mail.ethics.returned.subject': 'Returned: ethics approval {number}',
  'mail.ethics.returned.text':
    'Hello,\n\nthe ethics approval {number} of {project} ({title}) has been returned: something is missing or does not agree with the documents.\n\nThe ethics officer writes: {note}\n\nWhat is missing stands at each field here. Mend it and hand it in again:\n{link}\n\nAIDA Data Hub',
  'mail.ethics.near.subject': '{days} days left: ethics approval {number}',
  'mail.ethics.near.text':
    'Hello,\n\n{until} is {deadline} for the ethics approval {number} of {project} ({title}): {days} days from now. What rests on it ends with it by itself.\n\nIf the research has started, or there is an amendment, register that in good time:\n{link}\n\nAIDA Data Hub',
  'mail.ethics.passed.subject': 'No longer valid: ethics approval {number}',
  'mail.ethics.passed.text':
    'Hello,\n\n{until} was {deadline} for the ethics approval {number} of {project} ({title}), and it has passed. Nothing rests on the approval any more.\n\n{link}\n\nAIDA Data Hub',
}

const sv: typeof en = {
  'mail.ethics.deadline.start': 'sista dagen att påbörja forskningen',
  'mail.ethics.deadline.end': 'godkännandets sista dag',
  'mail.ethics.waiting.subject': 'Väntar på verifiering: etikgodkännande {number}',
  'mail.ethics.waiting.text':
    'Hej!\n\n{project} har lämnat in sitt etikgodkännande {number} ({title}). Jämför det med dokumenten, och verifiera det eller lämna tillbaka det:\n\n{link}\n\nAIDA Data Hub',
  'mail.ethics.verified.subject': 'Verifierat: etikgodkännande {number}',
  'mail.ethics.verified.text':
    'Hej!\n\nEtikgodkännandet {number} för {project} ({title}) har verifierats mot sina dokument. Det räknas från och med nu så som det är skrivet.\n\n{note}\n\n{link}\n\nAIDA Data Hub',
  'mail.ethics.returned.subject': 'Återlämnat: etikgodkännande {number}',
  'mail.ethics.returned.text':
    'Hej!\n\nEtikgodkännandet {number} för {project} ({title}) har lämnats tillbaka: något saknas eller stämmer inte med dokumenten.\n\nDen etikansvariga skriver: {note}\n\nVad som saknas står vid varje fält här. Rätta det och lämna in igen:\n{link}\n\nAIDA Data Hub',
  'mail.ethics.near.subject': '{days} dagar kvar: etikgodkännande {number}',
  'mail.ethics.near.text':
    'Hej!\n\n{until} är {deadline} för etikgodkännandet {number} för {project} ({title}): om {days} dagar. Det som vilar på det upphör då av sig självt.\n\nHar forskningen påbörjats, eller finns det en ändring, registrera det i god tid:\n{link}\n\nAIDA Data Hub',
  'mail.ethics.passed.subject': 'Gäller inte längre: etikgodkännande {number}',
  'mail.ethics.passed.text':
    'Hej!\n\n{until} var {deadline} för etikgodkännandet {number} för {project} ({title}), och den har passerat. Inget vilar längre på godkännandet.\n\n{link}\n\nAIDA Data Hub',
}

/** The words of the mails about ethics approvals. */
export const messages = { en, sv } as const satisfies Messages
