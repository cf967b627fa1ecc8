import type { Messages } from '@/lib/platform/messages'

export const messages = {
  en: {
    'reference.title': 'REST API',
    'reference.lead':
      'What people do in the browser, programs do here: the same commands and queries, with the same rules and the same journal.',
    'reference.document': 'OpenAPI 3.1 document',
    'reference.start': 'To begin',
    'reference.token':
      'Make a personal token on your account page and send it as “Authorization: Bearer …”. Public reads need none.',
    'reference.lists': 'Lists answer a page at a time: send the “cursor” of one answer to get the next page.',
    'reference.errors':
      'Errors are problem details (RFC 9457) with a stable “code”, a sentence in the language you ask for, and the fields that are wrong.',
    'reference.repeat':
      'Send an Idempotency-Key with a write, and you can repeat it when no answer came: it is carried out once.',
    'reference.revision':
      'Send back the “revision” you read as “expectedRevision” when you change something: what others wrote since is never overwritten, and 409 says what stands against it.',
    'reference.scope': 'Scope',
    'reference.public': 'Open to everyone',
    'reference.input': 'What you send',
    'reference.output': 'What you get',
    'reference.field': 'Field',
    'reference.where': 'In',
    'reference.type': 'Type',
    'reference.meaning': 'Meaning',
    'reference.required': 'required',
    'reference.nothing': 'Nothing.',
    'reference.refusals': 'Refusals',
    'reference.refusals.lead':
      'The “code” of a problem stays what it is; “detail” says it in words, with what stands as “…” here filled in.',
  },
  sv: {
    'reference.title': 'REST-API',
    'reference.lead':
      'Det människor gör i webbläsaren gör program här: samma kommandon och frågor, med samma regler och samma journal.',
    'reference.document': 'OpenAPI 3.1-dokument',
    'reference.start': 'Så börjar du',
    'reference.token':
      'Skapa en personlig nyckel på din kontosida och skicka den som ”Authorization: Bearer …”. Publika läsningar behöver ingen.',
    'reference.lists': 'Listor svarar en sida i taget: skicka ”cursor” från ett svar för att få nästa sida.',
    'reference.errors':
      'Fel är problem details (RFC 9457) med en stabil ”code”, en mening på det språk du ber om och de fält som är fel.',
    'reference.repeat':
      'Skicka en Idempotency-Key med en skrivning, så kan du upprepa den om inget svar kom: den utförs en gång.',
    'reference.revision':
      'Skicka tillbaka den ”revision” du läste som ”expectedRevision” när du ändrar något: det andra har skrivit sedan dess skrivs aldrig över, och 409 säger vad som står emot.',
    'reference.scope': 'Behörighet',
    'reference.public': 'Öppet för alla',
    'reference.input': 'Det du skickar',
    'reference.output': 'Det du får',
    'reference.field': 'Fält',
    'reference.where': 'I',
    'reference.type': 'Typ',
    'reference.meaning': 'Betydelse',
    'reference.required': 'krävs',
    'reference.nothing': 'Ingenting.',
    'reference.refusals': 'Avslag',
    'reference.refusals.lead':
      'Ett problems ”code” förblir vad den är; ”detail” säger det i ord, med det ifyllt som står som ”…” här.',
  },
} as const satisfies Messages
