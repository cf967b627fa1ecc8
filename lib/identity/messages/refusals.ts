import type { Messages } from '@/lib/platform/messages'

const en = {
  'refusal.identity.wrong-credentials': 'The e-mail address and the password do not fit together.',
  'refusal.identity.wrong-code': 'That code is not right, or it was used before. Wait for the next one and try again.',
  'refusal.identity.start-again': 'This sign-in is too old. Please begin again.',
  'refusal.identity.link-over': 'This link is used or too old. Ask for a new one.',
  'refusal.identity.email-taken': 'There is an account with this e-mail address already.',
  'refusal.identity.session-needed': 'This is done in a signed-in browser, not with an API token.',
  'refusal.identity.confirm-first':
    'You hold a hub role and have no second factor yet: confirm first, by a link we mail you, that it is you. Ask for it under sign-in and second factors.',
  'refusal.identity.confirmation-over':
    'This link is used, too old, or was asked for in another browser. Ask for a new one and open it in this browser.',
  'refusal.identity.passkey-not-made':
    'The passkey was not added: the answer was not to the question we asked in this browser just now. Please try again.',
  'refusal.identity.passkey-there': 'This passkey is in use already.',
  'refusal.identity.passkey-refused': 'This passkey does not open an account here.',
  'refusal.identity.no-passkey': 'This account has no passkey. Write a code instead.',
  'refusal.identity.too-many-passkeys': 'You have 20 passkeys. Remove one you no longer use.',
  'refusal.identity.last-second-factor':
    'This is your last second factor, and your hub roles demand one. Add another first.',
  'refusal.identity.sign-in-again':
    'Sign out and in again first: without a password or an authenticator app, a sign-in of the last ten minutes shows that it is you.',
  'refusal.identity.totp-there': 'Your account has an authenticator app already. Remove it before you add another.',
  'refusal.identity.totp-not-begun': 'Begin the enrolment again: there is no secret that waits for a code.',
  'refusal.identity.last-way-in': 'This is your only way to sign in. Set a password or link another way first.',
  'refusal.identity.no-email': 'The identity provider sent no e-mail address.',
  'refusal.identity.deactivated': 'This account is closed.',
  'refusal.identity.identity-linked-elsewhere': 'This way of signing in belongs to another account already.',
  'refusal.identity.last-administrator':
    'Nobody else could do the administration then. Make somebody else hub administrator first.',
  'refusal.identity.own-role':
    'Nobody changes their own roles or closes their own account here. Ask another administrator.',
  'refusal.identity.role-held': 'The person holds this role already.',
  'refusal.identity.role-not-held': 'The person does not hold this role.',
  'refusal.identity.already-deactivated': 'This account is closed already.',
  'refusal.identity.not-deactivated': 'This account is open.',
  'refusal.identity.no-second-factor': 'The person has no second factor to remove.',
  'refusal.identity.ssh-private-key':
    'That is a private key. It was neither stored nor shown to anyone, but treat it as lost: make a new pair and paste the file that ends in .pub.',
  'refusal.identity.ssh-key-there': 'You have added this key already.',
  'refusal.identity.too-many-keys': 'You have 20 keys. Remove one you no longer use.',
  'refusal.identity.too-many-tokens': 'You have 20 tokens in force. Revoke one you no longer use.',
  'identity.invalid.required': 'Write something here.',
  'identity.invalid.too-long': 'This is too long; shorten it.',
  'identity.invalid.control': 'Remove the invisible control characters.',
  'identity.invalid.personal-number':
    'This holds what looks like a Swedish personal number (personnummer). Such numbers are never stored; remove it.',
  'identity.invalid.reason': 'Say why, in at least five characters.',
  'identity.invalid.email': 'Write a whole e-mail address, such as name@example.org.',
  'identity.invalid.orcid':
    'An ORCID iD reads like 0000-0002-1825-0097; the last character is a check that does not fit here.',
  'identity.invalid.orcid-taken': 'Another account has this ORCID iD. If it is yours, write to the hub.',
  'identity.invalid.orcid-vouched': 'Your identity provider vouches for your ORCID iD; it cannot be changed by hand.',
  'identity.invalid.ror':
    'Choose an organisation of the list, or paste its ROR address, such as https://ror.org/05ynxx418.',
  'identity.invalid.role': 'Choose a role of the list.',
  'identity.invalid.code': 'Write the six digits, or a recovery code of four groups.',
  'identity.invalid.wrong-code':
    'That code is not right. Check the clock of the device and write the code that it shows now.',
  'identity.invalid.email-own': 'This is your present address.',
  'identity.invalid.passkey': 'Passkeys need JavaScript; without it use a password and a code.',
  'identity.invalid.current-password': 'This is not your present password.',
  'identity.invalid.password-short': 'Use at least 12 characters.',
  'identity.invalid.password-long': 'Use at most 200 characters.',
  'identity.invalid.password-common':
    'This is among the first that are guessed: a common word, a pattern or a row of the keyboard. Use something only you would think of.',
  'identity.invalid.password-own': 'Leave your own name and address out of it: guesses begin with them.',
  'identity.invalid.scopes': 'Choose at least one thing that the token may do.',
  'identity.invalid.days': 'Write the number of days, from 1 to 366.',
  'identity.invalid.ssh-key': 'This is not an SSH public key. Paste the one line of the file that ends in .pub.',
  'identity.invalid.ssh-weak':
    'This kind of key is too weak. Use Ed25519 (ssh-keygen -t ed25519), ECDSA, or RSA of at least 3072 bits.',
}

const sv: typeof en = {
  'refusal.identity.wrong-credentials': 'E-postadressen och lösenordet hör inte ihop.',
  'refusal.identity.wrong-code': 'Koden stämmer inte, eller så är den redan använd. Vänta på nästa och försök igen.',
  'refusal.identity.start-again': 'Inloggningen är för gammal. Börja om.',
  'refusal.identity.link-over': 'Länken är använd eller för gammal. Be om en ny.',
  'refusal.identity.email-taken': 'Det finns redan ett konto med den e-postadressen.',
  'refusal.identity.session-needed': 'Detta görs i en inloggad webbläsare, inte med en API-nyckel.',
  'refusal.identity.confirm-first':
    'Du har en hubbroll och ännu ingen andra faktor: bekräfta först, med en länk som vi mejlar dig, att det är du. Be om den under inloggning och andra faktorer.',
  'refusal.identity.confirmation-over':
    'Länken är använd, för gammal eller begärd i en annan webbläsare. Be om en ny och öppna den i den här webbläsaren.',
  'refusal.identity.passkey-not-made':
    'Passnyckeln lades inte till: svaret hörde inte till frågan vi nyss ställde i den här webbläsaren. Försök igen.',
  'refusal.identity.passkey-there': 'Passnyckeln används redan.',
  'refusal.identity.passkey-refused': 'Passnyckeln öppnar inget konto här.',
  'refusal.identity.no-passkey': 'Kontot har ingen passnyckel. Skriv en kod i stället.',
  'refusal.identity.too-many-passkeys': 'Du har 20 passnycklar. Ta bort någon som du inte längre använder.',
  'refusal.identity.last-second-factor':
    'Det här är din sista andra faktor, och dina hubbroller kräver en. Lägg till en annan först.',
  'refusal.identity.sign-in-again':
    'Logga först ut och in igen: utan lösenord eller autentiseringsapp visar en inloggning de senaste tio minuterna att det är du.',
  'refusal.identity.totp-there': 'Ditt konto har redan en autentiseringsapp. Ta bort den innan du lägger till en ny.',
  'refusal.identity.totp-not-begun': 'Börja om: det finns ingen hemlighet som väntar på en kod.',
  'refusal.identity.last-way-in':
    'Detta är ditt enda sätt att logga in. Välj ett lösenord eller koppla ett annat sätt först.',
  'refusal.identity.no-email': 'Identitetsutfärdaren skickade ingen e-postadress.',
  'refusal.identity.deactivated': 'Kontot är stängt.',
  'refusal.identity.identity-linked-elsewhere': 'Det här inloggningssättet hör redan till ett annat konto.',
  'refusal.identity.last-administrator':
    'Då skulle ingen kunna sköta administrationen. Gör först någon annan till hubbadministratör.',
  'refusal.identity.own-role':
    'Ingen ändrar sina egna roller eller stänger sitt eget konto här. Be en annan administratör.',
  'refusal.identity.role-held': 'Personen har redan rollen.',
  'refusal.identity.role-not-held': 'Personen har inte rollen.',
  'refusal.identity.already-deactivated': 'Kontot är redan stängt.',
  'refusal.identity.not-deactivated': 'Kontot är öppet.',
  'refusal.identity.no-second-factor': 'Personen har ingen andra faktor att ta bort.',
  'refusal.identity.ssh-private-key':
    'Det där är en privat nyckel. Den har varken sparats eller visats för någon, men betrakta den som röjd: skapa ett nytt par och klistra in filen som slutar på .pub.',
  'refusal.identity.ssh-key-there': 'Du har redan lagt till den nyckeln.',
  'refusal.identity.too-many-keys': 'Du har 20 nycklar. Ta bort någon som du inte längre använder.',
  'refusal.identity.too-many-tokens': 'Du har 20 giltiga API-nycklar. Återkalla någon som du inte längre använder.',
  'identity.invalid.required': 'Skriv något här.',
  'identity.invalid.too-long': 'Texten är för lång, korta den.',
  'identity.invalid.control': 'Ta bort de osynliga styrtecknen.',
  'identity.invalid.personal-number':
    'Här står vad som ser ut som ett svenskt personnummer. Sådana sparas aldrig, ta bort det.',
  'identity.invalid.reason': 'Skriv varför, med minst fem tecken.',
  'identity.invalid.email': 'Skriv en hel e-postadress, till exempel namn@example.org.',
  'identity.invalid.orcid':
    'Ett ORCID-id ser ut som 0000-0002-1825-0097; det sista tecknet är en kontroll som inte stämmer här.',
  'identity.invalid.orcid-taken': 'Ett annat konto har detta ORCID-id. Om det är ditt, skriv till hubben.',
  'identity.invalid.orcid-vouched': 'Din identitetsutfärdare intygar ditt ORCID-id, det kan inte ändras för hand.',
  'identity.invalid.ror':
    'Välj en organisation ur listan eller klistra in dess ROR-adress, till exempel https://ror.org/05ynxx418.',
  'identity.invalid.role': 'Välj en roll ur listan.',
  'identity.invalid.code': 'Skriv de sex siffrorna eller en återställningskod med fyra grupper.',
  'identity.invalid.wrong-code': 'Koden stämmer inte. Kontrollera enhetens klocka och skriv koden som den visar nu.',
  'identity.invalid.email-own': 'Detta är din nuvarande adress.',
  'identity.invalid.passkey': 'Passnycklar kräver JavaScript, använd annars lösenord och kod.',
  'identity.invalid.current-password': 'Detta är inte ditt nuvarande lösenord.',
  'identity.invalid.password-short': 'Använd minst 12 tecken.',
  'identity.invalid.password-long': 'Använd högst 200 tecken.',
  'identity.invalid.password-common':
    'Detta är bland det första som gissas: ett vanligt ord, ett mönster eller en rad på tangentbordet. Ta något som bara du skulle komma på.',
  'identity.invalid.password-own': 'Lämna ditt eget namn och din adress utanför: gissningar börjar med dem.',
  'identity.invalid.scopes': 'Välj minst en sak som nyckeln får göra.',
  'identity.invalid.days': 'Skriv antalet dagar, 1 till 366.',
  'identity.invalid.ssh-key': 'Detta är ingen publik SSH-nyckel. Klistra in den enda raden i filen som slutar på .pub.',
  'identity.invalid.ssh-weak':
    'Den här sortens nyckel är för svag. Använd Ed25519 (ssh-keygen -t ed25519), ECDSA eller RSA med minst 3072 bitar.',
}

export const messages = { en, sv } as const satisfies Messages
