import type { Messages } from '@/lib/platform/messages'

const en = {
  'identity.sign-in.title': 'Sign in',
  'identity.sign-in.lead':
    'Looking at datasets needs no account. Sign in to request access, save searches and work with the hub.',
  'identity.sign-in.provider': 'Sign in with {name}',
  'identity.sign-in.provider.hint': 'With the account of your university or hospital. This is the way for most people.',
  'identity.sign-in.passkey': 'With a passkey',
  'identity.sign-in.passkey.hint': 'If you added one to your account: no password, no code.',
  'identity.sign-in.passkey.submit': 'Sign in with a passkey',
  'identity.sign-in.own': 'With an account of the hub',
  'identity.sign-in.submit': 'Sign in',
  'identity.sign-in.forgot': 'Forgotten your password?',
  'identity.sign-in.register': 'Create an account',
  'identity.sign-in.personas': 'Enter the demonstration as',
  'identity.sign-in.personas.hint': 'Invented people. One click signs you in, second factor included.',
  'identity.sign-in.no-role': 'researcher',
  'identity.sign-in.done.password-set': 'Your password is set. Sign in with it.',
  'identity.sign-in.done.password-reset':
    'Your password is set. Every browser was signed out and your API tokens were revoked. Sign in with the new password.',
  'identity.sign-in.problem.email-taken':
    'There is an account with the e-mail address that your organisation sent. Sign in to it as you usually do, then link this way of signing in on your account page. We never join accounts by e-mail address alone.',
  'identity.sign-in.problem.no-email':
    'Your organisation sent no e-mail address, without which there can be no account. Ask it to release one, or create an account of the hub.',
  'identity.sign-in.problem.deactivated': 'This account is closed. Write to the hub if that is a mistake.',
  'identity.sign-in.problem.identity-linked-elsewhere': 'This way of signing in belongs to another account already.',
  'identity.sign-in.problem.confirm-first':
    'You hold a hub role and have no second factor yet. Confirm first, under sign-in and second factors of your account, that it is you.',
  'identity.sign-in.problem.provider': 'The sign-in was not completed. Nothing was changed; please try again.',
  'identity.sign-in.problem.too-many': 'There were too many attempts. Please wait a while and try again.',
  'identity.email': 'E-mail address',
  'identity.password': 'Password',
  'identity.name': 'Name',
  'identity.second-step.title': 'Second step',
  'identity.second-step.lead': 'Write the six digits that your authenticator app shows, or one of your recovery codes.',
  'identity.second-step.lead.passkey':
    'Use your passkey, or write the six digits of your authenticator app or one of your recovery codes.',
  'identity.second-step.passkey': 'Use your passkey',
  'identity.second-step.passkey.submit': 'Continue with a passkey',
  'identity.second-step.or-code': 'Or write a code',
  'identity.second-step.code': 'Code',
  'identity.second-step.submit': 'Continue',
  'identity.second-step.lost':
    'Lost both? Write to the hub: an administrator can free your account after checking who you are.',
  'identity.register.title': 'Create an account',
  'identity.register.lead':
    'We send a link to your address; there you choose a password. If your organisation can vouch for you, sign in with it instead.',
  'identity.register.submit': 'Send the link',
  'identity.register.done': 'If the address is right, a mail is on its way. The link in it is good for 24 hours.',
  'identity.reset.title': 'A new password',
  'identity.reset.lead': 'If there is an account with the address, we send it a link that is good for one hour.',
  'identity.reset.submit': 'Send the link',
  'identity.reset.done': 'If there is an account with that address, a mail is on its way.',
  'identity.set-password.title': 'Choose a password',
  'identity.set-password.lead':
    'At least 12 characters. A sentence only you would think of is good; it need not hold digits or signs.',
  'identity.set-password.submit': 'Save the password',
  'identity.set-password.over': 'This link is used or too old',
  'identity.set-password.over.text': 'Ask for a new one; the latest is the one that counts.',
  'identity.outbox.title': 'Outbox',
  'identity.outbox.lead': 'In the demonstration no mail leaves this machine. What would have been sent stands here.',
  'identity.outbox.empty': 'No mail yet',
  'identity.outbox.empty.text': 'Create an account or ask for a new password, and the mail appears here.',
  'identity.outbox.to': 'To {address}',
  'identity.outbox.own': 'Mails to you',
  'identity.outbox.emptied': 'The text held a personal link and was removed after sending.',
  'identity.outbox.calendar': 'Attached: calendar.ics',
}

const sv: typeof en = {
  'identity.sign-in.title': 'Logga in',
  'identity.sign-in.lead':
    'Att titta på dataset kräver inget konto. Logga in för att begära tillgång, spara sökningar och arbeta med hubben.',
  'identity.sign-in.provider': 'Logga in med {name}',
  'identity.sign-in.provider.hint': 'Med kontot från ditt universitet eller sjukhus. Så gör de flesta.',
  'identity.sign-in.passkey': 'Med en passnyckel',
  'identity.sign-in.passkey.hint': 'Om du har lagt till en på ditt konto: inget lösenord, ingen kod.',
  'identity.sign-in.passkey.submit': 'Logga in med passnyckel',
  'identity.sign-in.own': 'Med ett konto hos hubben',
  'identity.sign-in.submit': 'Logga in',
  'identity.sign-in.forgot': 'Glömt lösenordet?',
  'identity.sign-in.register': 'Skapa ett konto',
  'identity.sign-in.personas': 'Gå in i demonstrationen som',
  'identity.sign-in.personas.hint': 'Påhittade personer. Ett klick loggar in dig, andra faktorn inräknad.',
  'identity.sign-in.no-role': 'forskare',
  'identity.sign-in.done.password-set': 'Ditt lösenord är sparat. Logga in med det.',
  'identity.sign-in.done.password-reset':
    'Ditt lösenord är sparat. Alla webbläsare har loggats ut och dina API-nycklar återkallats. Logga in med det nya lösenordet.',
  'identity.sign-in.problem.email-taken':
    'Det finns redan ett konto med den e-postadress som din organisation skickade. Logga in på det som du brukar och koppla sedan det här inloggningssättet på din kontosida. Vi slår aldrig ihop konton enbart på e-postadressen.',
  'identity.sign-in.problem.no-email':
    'Din organisation skickade ingen e-postadress, och utan den kan inget konto skapas. Be den lämna ut en, eller skapa ett konto hos hubben.',
  'identity.sign-in.problem.deactivated': 'Kontot är stängt. Skriv till hubben om det är ett misstag.',
  'identity.sign-in.problem.identity-linked-elsewhere': 'Det här inloggningssättet hör redan till ett annat konto.',
  'identity.sign-in.problem.confirm-first':
    'Du har en hubbroll och ännu ingen andra faktor. Bekräfta först, under inloggning och andra faktorer på ditt konto, att det är du.',
  'identity.sign-in.problem.provider': 'Inloggningen slutfördes inte. Inget har ändrats, försök igen.',
  'identity.sign-in.problem.too-many': 'Det blev för många försök. Vänta en stund och försök igen.',
  'identity.email': 'E-postadress',
  'identity.password': 'Lösenord',
  'identity.name': 'Namn',
  'identity.second-step.title': 'Andra steget',
  'identity.second-step.lead':
    'Skriv de sex siffrorna som din autentiseringsapp visar, eller en av dina återställningskoder.',
  'identity.second-step.lead.passkey':
    'Använd din passnyckel, eller skriv de sex siffrorna från din autentiseringsapp eller en av dina återställningskoder.',
  'identity.second-step.passkey': 'Använd din passnyckel',
  'identity.second-step.passkey.submit': 'Fortsätt med passnyckel',
  'identity.second-step.or-code': 'Eller skriv en kod',
  'identity.second-step.code': 'Kod',
  'identity.second-step.submit': 'Fortsätt',
  'identity.second-step.lost':
    'Förlorat båda? Skriv till hubben: en administratör kan öppna ditt konto efter att ha kontrollerat vem du är.',
  'identity.register.title': 'Skapa ett konto',
  'identity.register.lead':
    'Vi skickar en länk till din adress, där väljer du lösenord. Om din organisation kan intyga vem du är, logga hellre in med den.',
  'identity.register.submit': 'Skicka länken',
  'identity.register.done': 'Om adressen stämmer är ett brev på väg. Länken i det gäller i 24 timmar.',
  'identity.reset.title': 'Nytt lösenord',
  'identity.reset.lead': 'Om det finns ett konto med adressen skickar vi en länk dit som gäller i en timme.',
  'identity.reset.submit': 'Skicka länken',
  'identity.reset.done': 'Om det finns ett konto med den adressen är ett brev på väg.',
  'identity.set-password.title': 'Välj ett lösenord',
  'identity.set-password.lead':
    'Minst 12 tecken. En mening som bara du skulle komma på är bra, den behöver inte innehålla siffror eller skiljetecken.',
  'identity.set-password.submit': 'Spara lösenordet',
  'identity.set-password.over': 'Länken är använd eller för gammal',
  'identity.set-password.over.text': 'Be om en ny, det är den senaste som gäller.',
  'identity.outbox.title': 'Utkorg',
  'identity.outbox.lead': 'I demonstrationen lämnar ingen e-post den här datorn. Det som skulle ha skickats står här.',
  'identity.outbox.empty': 'Inga brev ännu',
  'identity.outbox.empty.text': 'Skapa ett konto eller be om ett nytt lösenord så visas brevet här.',
  'identity.outbox.to': 'Till {address}',
  'identity.outbox.own': 'Brev till dig',
  'identity.outbox.emptied': 'Texten innehöll en personlig länk och togs bort efter att brevet skickats.',
  'identity.outbox.calendar': 'Bifogat: calendar.ics',
}

export const messages = { en, sv } as const satisfies Messages
