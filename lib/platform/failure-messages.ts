import type { Messages } from './messages'

/** What the platform itself refuses, and what is wrong in an input whatever module it is for. */
export const messages = {
  en: {
    'refusal.platform.invalid': 'Some fields need another look. What you wrote is kept.',
    'refusal.platform.malformed': 'The request body is not a JSON object.',
    'platform.invalid.unstorable': 'There are characters in this that are not text (U+0000 or half of a character).',
    'platform.invalid.file-missing': 'Choose a file.',
    'platform.invalid.file-size': 'The file is larger than 10 MB.',
    'platform.invalid.file-type':
      'The content of the file is of another type than is asked for, whatever its name says.',
    'platform.invalid.file-personal-number':
      'Row {row, number}, column {column, number} of the file holds what looks like a Swedish personal number. Such numbers are never stored: take it out and choose the file again.',
    'platform.invalid.file-name': 'The file’s name holds what looks like a Swedish personal number. Name it otherwise.',
    'platform.invalid.file-infected': 'The virus scanner found something harmful in the file. It was not kept.',
    'refusal.platform.not-scanned':
      'Files are looked at by a virus scanner, and it does not answer right now. Nothing was kept; try again in a moment.',
    'refusal.platform.not-json': 'Send the request body as application/json.',
    'refusal.platform.method-not-allowed': 'This address does not take {method}; it takes {allow}.',
    'refusal.platform.not-found': 'There is nothing here, or nothing that you may see.',
    'refusal.platform.not-signed-in': 'Sign in first, or send a valid API token.',
    'refusal.platform.second-factor': 'This needs a sign-in with a second factor.',
    'refusal.platform.forbidden': 'You may see this but not change it.',
    'refusal.platform.too-many': 'Too many attempts. Try again in {retryAfter, number} seconds.',
    'refusal.platform.too-large': 'This is larger than the {limit, number} bytes that are accepted.',
    'refusal.platform.conflict': 'Somebody else changed this in the meantime. Reload it to see what it says now.',
    'refusal.platform.wrong-origin': 'The request did not come from the portal’s own pages, so it was not carried out.',
    'refusal.platform.scope': 'The API token lacks the scope {scope}.',
    'refusal.platform.bad-key': 'An Idempotency-Key is 1 to 200 printable ASCII characters without spaces.',
    'refusal.platform.key-reused': 'This Idempotency-Key came with another request before.',
    'refusal.platform.unavailable': 'The portal cannot do this right now. Try again in a moment.',
    'refusal.platform.fault': 'Something broke on our side. Nothing was changed; the request id helps us find out why.',
  },
  sv: {
    'refusal.platform.invalid': 'Några fält behöver ses över. Det du skrev är kvar.',
    'refusal.platform.malformed': 'Anropets innehåll är inte ett JSON-objekt.',
    'platform.invalid.unstorable': 'Här finns tecken som inte är text (U+0000 eller ett halvt tecken).',
    'platform.invalid.file-missing': 'Välj en fil.',
    'platform.invalid.file-size': 'Filen är större än 10 MB.',
    'platform.invalid.file-type': 'Filens innehåll är av en annan typ än den som efterfrågas, vad namnet än säger.',
    'platform.invalid.file-personal-number':
      'Rad {row, number}, kolumn {column, number} i filen innehåller vad som ser ut som ett svenskt personnummer. Sådana nummer sparas aldrig: ta bort det och välj filen igen.',
    'platform.invalid.file-name':
      'Filens namn innehåller något som ser ut som ett personnummer. Ge den ett annat namn.',
    'platform.invalid.file-infected': 'Virusskannern hittade något skadligt i filen. Den sparades inte.',
    'refusal.platform.not-scanned':
      'Filer granskas av en virusskanner, och den svarar inte just nu. Inget sparades; försök igen om en stund.',
    'refusal.platform.not-json': 'Skicka anropets innehåll som application/json.',
    'refusal.platform.method-not-allowed': 'Den här adressen tar inte emot {method}; den tar emot {allow}.',
    'refusal.platform.not-found': 'Här finns ingenting, eller ingenting som du får se.',
    'refusal.platform.not-signed-in': 'Logga in först, eller skicka en giltig API-nyckel.',
    'refusal.platform.second-factor': 'Detta kräver inloggning med en andra faktor.',
    'refusal.platform.forbidden': 'Du får se detta men inte ändra det.',
    'refusal.platform.too-many': 'För många försök. Försök igen om {retryAfter, number} sekunder.',
    'refusal.platform.too-large': 'Detta är större än de {limit, number} byte som tas emot.',
    'refusal.platform.conflict': 'Någon annan har ändrat detta under tiden. Ladda om för att se vad som gäller nu.',
    'refusal.platform.wrong-origin': 'Anropet kom inte från portalens egna sidor och utfördes därför inte.',
    'refusal.platform.scope': 'API-nyckeln saknar behörigheten {scope}.',
    'refusal.platform.bad-key': 'En Idempotency-Key är 1 till 200 skrivbara ASCII-tecken utan blanksteg.',
    'refusal.platform.key-reused': 'Denna Idempotency-Key har redan följt med ett annat anrop.',
    'refusal.platform.unavailable': 'Portalen kan inte göra detta just nu. Försök igen om en stund.',
    'refusal.platform.fault':
      'Något gick sönder hos oss. Ingenting ändrades; ärendenumret hjälper oss att ta reda på varför.',
  },
} as const satisfies Messages
