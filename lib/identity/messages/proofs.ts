import type { Messages } from '@/lib/platform/messages'

const en = {
  'identity.security.confirm': 'Confirm that it is you',
  'identity.security.confirm.text':
    'A password alone must not be enough to let hub roles act. Before you add your first second factor we mail you a link; open it in this browser within 15 minutes.',
  'identity.security.confirm.submit': 'Send me the link',
  'identity.security.confirm.sent': 'A mail is on its way. Open the link in this browser.',
  'identity.security.confirmed': 'Confirmed. For a quarter of an hour you can add a second factor.',
  'identity.confirm.title': 'Confirm that it is you',
  'identity.confirm.lead': 'The link was mailed for this browser. One more step, and you can add a second factor.',
  'identity.confirm.submit': 'It is me',
  'identity.email.title': 'E-mail address',
  'identity.email.now': 'Now {email}. A link goes to the new address, and word of it to the present one.',
  'identity.email.new': 'New address',
  'identity.email.submit': 'Send the link',
  'identity.email.sent':
    'If the address can be yours, a mail is on its way there. The link in it is good for one hour.',
  'identity.email.confirm-first': 'Confirm first that it is you',
  'identity.confirm-email.title': 'Your new address',
  'identity.confirm-email.lead': 'From now on the hub writes to {email}, and you sign in with it.',
  'identity.confirm-email.submit': 'Use this address',
  'identity.confirm-email.done': 'Your account has its new address.',
  'identity.confirm-email.over': 'This link is used or too old',
  'identity.confirm-email.over.text': 'Ask for a new one on your profile page.',
  'identity.passkey.title': 'Passkeys',
  'identity.passkey.about':
    'A passkey in your phone, computer or security key is the better second factor: nothing to copy, and nothing that a false page can take from you. Where it asks for your finger, face or PIN it signs you in by itself.',
  'identity.passkey.add': 'Add a passkey',
  'identity.passkey.name': 'What you call it',
  'identity.passkey.name.hint': 'The device it is in, for example: work phone.',
  'identity.passkey.rename': 'Rename',
  'identity.passkey.remove': 'Remove',
  'identity.passkey.added': 'added {date}',
  'identity.passkey.used': 'last used {date}',
  'identity.passkey.unused': 'never used',
  'identity.passkey.problem.cancelled':
    'Nothing was done: the browser was stopped, or it found no passkey for this portal. Try again when you are ready.',
  'identity.passkey.problem.there': 'This device holds a passkey of your account already.',
  'identity.passkey.problem.unsupported': 'This browser knows no passkeys. Use another one, or an authenticator app.',
  'identity.passkey.problem.failed': 'The browser could not do it. Nothing was changed; please try again.',
  'identity.passkey.problem.needs-scripts': 'Passkeys need JavaScript; without it use a password and a code.',
}

const sv: typeof en = {
  'identity.security.confirm': 'Bekräfta att det är du',
  'identity.security.confirm.text':
    'Enbart ett lösenord får inte räcka för att hubbroller ska gälla. Innan du lägger till din första andra faktor mejlar vi dig en länk, öppna den i den här webbläsaren inom 15 minuter.',
  'identity.security.confirm.submit': 'Skicka länken',
  'identity.security.confirm.sent': 'Ett brev är på väg. Öppna länken i den här webbläsaren.',
  'identity.security.confirmed': 'Bekräftat. Under en kvart kan du lägga till en andra faktor.',
  'identity.confirm.title': 'Bekräfta att det är du',
  'identity.confirm.lead':
    'Länken mejlades för den här webbläsaren. Ett steg till, sedan kan du lägga till en andra faktor.',
  'identity.confirm.submit': 'Det är jag',
  'identity.email.title': 'E-postadress',
  'identity.email.now': 'Nu {email}. En länk går till den nya adressen, och besked om det till den nuvarande.',
  'identity.email.new': 'Ny adress',
  'identity.email.submit': 'Skicka länken',
  'identity.email.sent': 'Om adressen kan bli din är ett brev på väg dit. Länken i det gäller i en timme.',
  'identity.email.confirm-first': 'Bekräfta först att det är du',
  'identity.confirm-email.title': 'Din nya adress',
  'identity.confirm-email.lead': 'Från och med nu skriver hubben till {email}, och du loggar in med den.',
  'identity.confirm-email.submit': 'Använd adressen',
  'identity.confirm-email.done': 'Ditt konto har fått sin nya adress.',
  'identity.confirm-email.over': 'Länken är använd eller för gammal',
  'identity.confirm-email.over.text': 'Be om en ny på din profilsida.',
  'identity.passkey.title': 'Passnycklar',
  'identity.passkey.about':
    'En passnyckel i din telefon, dator eller säkerhetsnyckel är den bättre andra faktorn: inget att skriva av och inget som en falsk sida kan ta ifrån dig. Där den frågar efter finger, ansikte eller PIN loggar den in dig helt själv.',
  'identity.passkey.add': 'Lägg till en passnyckel',
  'identity.passkey.name': 'Vad du kallar den',
  'identity.passkey.name.hint': 'Enheten den finns i, till exempel: jobbtelefonen.',
  'identity.passkey.rename': 'Byt namn',
  'identity.passkey.remove': 'Ta bort',
  'identity.passkey.added': 'tillagd {date}',
  'identity.passkey.used': 'senast använd {date}',
  'identity.passkey.unused': 'aldrig använd',
  'identity.passkey.problem.cancelled':
    'Inget gjordes: webbläsaren avbröts eller hittade ingen passnyckel för portalen. Försök igen när du är redo.',
  'identity.passkey.problem.there': 'Den här enheten har redan en passnyckel för ditt konto.',
  'identity.passkey.problem.unsupported':
    'Webbläsaren känner inte till passnycklar. Använd en annan, eller en autentiseringsapp.',
  'identity.passkey.problem.failed': 'Webbläsaren klarade det inte. Inget har ändrats, försök igen.',
  'identity.passkey.problem.needs-scripts': 'Passnycklar kräver JavaScript, använd annars lösenord och kod.',
}

/** The words of passkeys, and of confirming that it is the owner who asks. */
export const messages = { en, sv } as const satisfies Messages
