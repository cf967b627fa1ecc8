import type { Messages } from '@/lib/platform/messages'

const en = {
  'mail.registration.subject': 'Your account at AIDA Data Hub',
  'mail.registration.text':
    'Hello,\n\nsomebody, we think you, asked for an account at AIDA Data Hub with this address. Choose a password here within 24 hours:\n\n{link}\n\nIf it was not you, do nothing: no account is made.\n\nAIDA Data Hub',
  'mail.registration.known':
    'Hello,\n\nsomebody, we think you, asked for an account at AIDA Data Hub with this address. You have one already. Sign in here, where you can also ask for a new password:\n\n{link}\n\nIf it was not you, do nothing.\n\nAIDA Data Hub',
  'mail.reset.subject': 'A new password for AIDA Data Hub',
  'mail.reset.text':
    'Hello,\n\nset a new password for your account at AIDA Data Hub here within one hour:\n\n{link}\n\nEvery browser is signed out then and your API tokens are revoked. Your second factor stays as it is. If you did not ask for this, do nothing: your password stays.\n\nAIDA Data Hub',
  'mail.invitation.subject': 'Invitation to AIDA Data Hub',
  'mail.invitation.text':
    'Hello,\n\nan administrator of AIDA Data Hub has made an account for you. Choose a password here within seven days:\n\n{link}\n\nAIDA Data Hub',
  'mail.confirmation.subject': 'Confirm that it is you, at AIDA Data Hub',
  'mail.confirmation.text':
    'Hello,\n\nsomebody, we think you, is signed in to your account and would add a second factor or another way to sign in. Open this link within 15 minutes, in the same browser:\n\n{link}\n\nIf it was not you, somebody knows your password: set a new one at once, and do not pass this link on.\n\nAIDA Data Hub',
  'mail.email-change.subject': 'Your new address at AIDA Data Hub',
  'mail.email-change.text':
    'Hello,\n\nsomebody, we think you, would have this address for their account at AIDA Data Hub. Confirm it here within one hour:\n\n{link}\n\nIf it was not you, do nothing: nothing is changed.\n\nAIDA Data Hub',
  'mail.email-change.known':
    'Hello,\n\nsomebody would have this address for another account at AIDA Data Hub. It belongs to an account of yours already, so nothing is changed.\n\nAIDA Data Hub',
  'mail.email-change.former':
    'Hello,\n\nyour account at AIDA Data Hub has another e-mail address from now on; mails no longer come here.\n\nIf it was not you, write to the hub at once: it can close the account and give it back to you.\n\nAIDA Data Hub',
  'mail.guard.subject': 'A change to your account at AIDA Data Hub',
  'mail.guard.text':
    'Hello,\n\n{what}\n\nIf it was you, all is well. If not, set a new password at once, end the sessions you do not know and remove what you did not add:\n\n{link}\n\nAIDA Data Hub',
  'mail.guard.password-set': 'The password of your account was changed and other sessions were ended.',
  'mail.guard.password-reset':
    'A new password was set for your account with a link sent by mail. Every session was ended and every API token was revoked.',
  'mail.guard.email-change-requested':
    'Another e-mail address was asked for. It takes effect when the link that was sent there is followed.',
  'mail.guard.totp-confirmed': 'An authenticator app was added to your account.',
  'mail.guard.totp-removed': 'The authenticator app was removed from your account.',
  'mail.guard.passkey-added': 'A passkey was added to your account.',
  'mail.guard.passkey-removed': 'A passkey was removed from your account.',
  'mail.guard.second-factors-reset': 'An administrator removed the second factors of your account.',
  'mail.guard.token-created': 'A personal API token was made for your account.',
  'mail.guard.identity-linked': 'A further way to sign in was linked to your account.',
  'mail.search.subject': 'New at AIDA Data Hub: {title}',
  'mail.search.text':
    'Hello,\n\n{title}, version {version}, has come out. It is found by what you saved:\n\n{names}\n\n{link}\n\nTurn these mails off with each search, or all of them in your account:\n{settings}\n\nAIDA Data Hub',
  'mail.proposal.subject': 'Your proposal: {title}',
  'mail.proposal.taken-up':
    'Hello,\n\nyour proposal of a collection, {title}, was taken up and stands on the priority list.\n\nThe stewards write: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.proposal.declined':
    'Hello,\n\nyour proposal of a collection, {title}, was declined.\n\nThe stewards write: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.role.subject': 'Your role at AIDA Data Hub: {role}',
  'mail.role.given':
    'Hello,\n\nyou now hold the role {role}.\nReason: {reason}\n\nIt acts once you have signed in with a second factor:\n\n{link}\n\nAIDA Data Hub',
  'mail.role.taken': 'Hello,\n\nyou no longer hold the role {role}.\nReason: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.role.data-steward': 'data steward',
  'mail.role.request-handler': 'request handler',
  'mail.role.decider': 'decider',
  'mail.role.reviewer': 'reviewer',
  'mail.role.ethics-officer': 'ethics officer',
  'mail.role.compute-administrator': 'compute administrator',
  'mail.role.hub-administrator': 'hub administrator',
}

const sv: typeof en = {
  'mail.registration.subject': 'Ditt konto hos AIDA Data Hub',
  'mail.registration.text':
    'Hej!\n\nNågon, troligen du, har bett om ett konto hos AIDA Data Hub med den här adressen. Välj ett lösenord här inom 24 timmar:\n\n{link}\n\nOm det inte var du behöver du inte göra något: inget konto skapas.\n\nAIDA Data Hub',
  'mail.registration.known':
    'Hej!\n\nNågon, troligen du, har bett om ett konto hos AIDA Data Hub med den här adressen. Du har redan ett. Logga in här, där du också kan be om ett nytt lösenord:\n\n{link}\n\nOm det inte var du behöver du inte göra något.\n\nAIDA Data Hub',
  'mail.reset.subject': 'Nytt lösenord för AIDA Data Hub',
  'mail.reset.text':
    'Hej!\n\nVälj ett nytt lösenord för ditt konto hos AIDA Data Hub här inom en timme:\n\n{link}\n\nDå loggas alla webbläsare ut och dina API-nycklar återkallas. Din andra faktor är kvar som den är. Om du inte har bett om detta behöver du inte göra något: lösenordet är kvar.\n\nAIDA Data Hub',
  'mail.invitation.subject': 'Inbjudan till AIDA Data Hub',
  'mail.invitation.text':
    'Hej!\n\nEn administratör för AIDA Data Hub har skapat ett konto åt dig. Välj ett lösenord här inom sju dagar:\n\n{link}\n\nAIDA Data Hub',
  'mail.confirmation.subject': 'Bekräfta att det är du, hos AIDA Data Hub',
  'mail.confirmation.text':
    'Hej!\n\nNågon, troligen du, är inloggad på ditt konto och vill lägga till en andra faktor eller ett annat sätt att logga in. Öppna den här länken inom 15 minuter, i samma webbläsare:\n\n{link}\n\nOm det inte var du känner någon till ditt lösenord: välj genast ett nytt, och lämna inte länken vidare.\n\nAIDA Data Hub',
  'mail.email-change.subject': 'Din nya adress hos AIDA Data Hub',
  'mail.email-change.text':
    'Hej!\n\nNågon, troligen du, vill ha den här adressen för sitt konto hos AIDA Data Hub. Bekräfta den här inom en timme:\n\n{link}\n\nOm det inte var du behöver du inte göra något: inget ändras.\n\nAIDA Data Hub',
  'mail.email-change.known':
    'Hej!\n\nNågon vill ha den här adressen för ett annat konto hos AIDA Data Hub. Den hör redan till ett konto du har, så inget ändras.\n\nAIDA Data Hub',
  'mail.email-change.former':
    'Hej!\n\nDitt konto hos AIDA Data Hub har från och med nu en annan e-postadress, brev kommer inte längre hit.\n\nOm det inte var du, skriv genast till hubben: den kan stänga kontot och ge dig det tillbaka.\n\nAIDA Data Hub',
  'mail.guard.subject': 'En ändring av ditt konto hos AIDA Data Hub',
  'mail.guard.text':
    'Hej!\n\n{what}\n\nOm det var du är allt som det ska. Annars: välj genast ett nytt lösenord, avsluta de sessioner du inte känner igen och ta bort det du inte har lagt till:\n\n{link}\n\nAIDA Data Hub',
  'mail.guard.password-set': 'Lösenordet till ditt konto ändrades och andra sessioner avslutades.',
  'mail.guard.password-reset':
    'Ett nytt lösenord valdes för ditt konto med en länk i ett brev. Alla sessioner avslutades och alla API-nycklar återkallades.',
  'mail.guard.email-change-requested':
    'Någon bad om att byta kontots e-postadress. Bytet gäller när länken som skickades dit har följts.',
  'mail.guard.totp-confirmed': 'En autentiseringsapp lades till i ditt konto.',
  'mail.guard.totp-removed': 'Autentiseringsappen togs bort från ditt konto.',
  'mail.guard.passkey-added': 'En passnyckel lades till i ditt konto.',
  'mail.guard.passkey-removed': 'En passnyckel togs bort från ditt konto.',
  'mail.guard.second-factors-reset': 'En administratör tog bort ditt kontos andra faktorer.',
  'mail.guard.token-created': 'En personlig API-nyckel skapades för ditt konto.',
  'mail.guard.identity-linked': 'Ytterligare ett sätt att logga in kopplades till ditt konto.',
  'mail.search.subject': 'Nytt hos AIDA Data Hub: {title}',
  'mail.search.text':
    'Hej!\n\n{title}, version {version}, har kommit ut. Det hittas av det du har sparat:\n\n{names}\n\n{link}\n\nStäng av de här breven vid varje sökning, eller alla på ditt konto:\n{settings}\n\nAIDA Data Hub',
  'mail.proposal.subject': 'Ditt förslag: {title}',
  'mail.proposal.taken-up':
    'Hej!\n\nDitt förslag till insamling, {title}, har antagits och står på prioriteringslistan.\n\nDataförvaltarna skriver: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.proposal.declined':
    'Hej!\n\nDitt förslag till insamling, {title}, har avslagits.\n\nDataförvaltarna skriver: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.role.subject': 'Din roll hos AIDA Data Hub: {role}',
  'mail.role.given':
    'Hej!\n\nDu har nu rollen {role}.\nSkäl: {reason}\n\nDen gäller när du har loggat in med en andra faktor:\n\n{link}\n\nAIDA Data Hub',
  'mail.role.taken': 'Hej!\n\nDu har inte längre rollen {role}.\nSkäl: {reason}\n\n{link}\n\nAIDA Data Hub',
  'mail.role.data-steward': 'dataförvaltare',
  'mail.role.request-handler': 'handläggare',
  'mail.role.decider': 'beslutsfattare',
  'mail.role.reviewer': 'granskare',
  'mail.role.ethics-officer': 'etikansvarig',
  'mail.role.compute-administrator': 'beräkningsadministratör',
  'mail.role.hub-administrator': 'hubbadministratör',
}

/** The words of the mails. */
export const messages = { en, sv } as const satisfies Messages
