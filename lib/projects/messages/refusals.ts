import type { Messages } from '@/lib/platform/messages'

/** Why projects refuse what was asked. */
export const messages = {
  en: {
    'refusal.projects.no-authority':
      'You take part in the project, but this takes an authority that you do not hold for it: {authority}. Its principal investigator can give it to you.',
    'refusal.projects.moved-on':
      'Somebody else has changed this since you opened it. Nothing was overwritten; reload the page to see what it says now.',
    'refusal.projects.too-many-applications':
      '{limit, number} of your applications wait for an answer, which is the most. More can come when some are answered.',
    'refusal.projects.period-over': 'The project would be over already. Choose a later last day.',
    'refusal.projects.application-closed': 'The application has been answered or withdrawn already.',
    'refusal.projects.own-application': 'The application is yours: another administrator decides on it.',
    'refusal.projects.own-delegate': 'You cannot give authority to yourself.',
    'refusal.projects.pi-has-all': 'The principal investigator has every authority already.',
    'refusal.projects.not-a-member': 'This person does not take part in the project. Invite them first.',
    'refusal.projects.delegation-over': 'The delegation would be over before it begins. Choose a later last day.',
    'refusal.projects.more-than-own': 'You cannot give more than one of your own delegations lets you: {authority}.',
    'refusal.projects.longer-than-own':
      'You cannot give authority for longer than you hold it yourself; your own last day is {day}.',
    'refusal.projects.delegation-ended': 'There is no such delegation any more.',
    'refusal.projects.not-above':
      'Only the principal investigator, whoever gave this authority or stands above them, and its holder can end it.',
    'refusal.projects.full-authority':
      'This takes the principal investigator, or somebody to whom every authority was given.',
    'refusal.projects.pi-only': 'Only the principal investigator can do this.',
    'refusal.projects.own-project': 'You take part in this project: another administrator decides on it.',
    'refusal.projects.unchanged': 'This is what holds already.',
    'refusal.projects.over': 'The project is over.',
    'refusal.projects.not-over': 'The project is not over.',
    'refusal.projects.nothing-due': 'No reminder is due.',
    'refusal.projects.not-later': 'The project runs until {day} already; choose a later day.',
    'refusal.projects.already-invited': 'An invitation to this address is open already. Revoke it to send another.',
    'refusal.projects.too-many-invitations':
      '{limit, number} invitations are open, which is the most. Revoke some, or wait until they are answered.',
    'refusal.projects.invitation-closed': 'The invitation has been accepted or revoked, or is too old.',
    'refusal.projects.invitation-over':
      'The link is used, revoked or older than seven days. Ask for another invitation.',
    'refusal.projects.already-member': 'You take part in the project already; the link stays good for somebody else.',
    'refusal.projects.pi-stays':
      'The principal investigator cannot leave or be removed: hand the role to another member first.',
    'refusal.projects.leave-instead': 'To go yourself, leave the project.',
    'refusal.projects.above-you':
      'This person stands above you in the delegations: the principal investigator can remove them.',
    'refusal.projects.transfer-open': 'A transfer of the role is under way already. Cancel it to propose another.',
    'refusal.projects.transfer-closed': 'The transfer is not in a state in which this can be done. Reload the page.',
    'refusal.projects.account-closed': 'The account of who is to lead the project is closed.',
    'refusal.projects.pi-active':
      'The account of the principal investigator is open: the role goes over when they propose it and the other agrees.',
    'refusal.projects.no-account':
      'No open account has this address. Let the person make one, or invite them on the page of people.',
    'refusal.projects.own-appointment': 'You cannot appoint yourself: another administrator decides on that.',
  },
  sv: {
    'refusal.projects.no-authority':
      'Du deltar i projektet, men detta kräver en befogenhet som du inte har för det: {authority}. Projektets huvudansvariga forskare kan ge dig den.',
    'refusal.projects.moved-on':
      'Någon annan har ändrat detta sedan du öppnade det. Ingenting skrevs över; ladda om sidan för att se vad som gäller nu.',
    'refusal.projects.too-many-applications':
      '{limit, number} av dina ansökningar väntar på svar, vilket är det högsta antalet. Fler kan komma när några har besvarats.',
    'refusal.projects.period-over': 'Projektet skulle redan vara slut. Välj en senare sista dag.',
    'refusal.projects.application-closed': 'Ansökan är redan besvarad eller återtagen.',
    'refusal.projects.own-application': 'Ansökan är din: en annan administratör avgör den.',
    'refusal.projects.own-delegate': 'Du kan inte ge dig själv befogenheter.',
    'refusal.projects.pi-has-all': 'Huvudansvarig forskare har redan alla befogenheter.',
    'refusal.projects.not-a-member': 'Personen deltar inte i projektet. Bjud in först.',
    'refusal.projects.delegation-over': 'Delegeringen skulle vara slut innan den börjar. Välj en senare sista dag.',
    'refusal.projects.more-than-own': 'Du kan inte ge mer än vad en av dina egna delegeringar medger: {authority}.',
    'refusal.projects.longer-than-own':
      'Du kan inte ge befogenheter längre än du själv har dem. Din egen sista dag är {day}.',
    'refusal.projects.delegation-ended': 'Delegeringen finns inte längre.',
    'refusal.projects.not-above':
      'Bara huvudansvarig forskare, den som gav befogenheten eller står över den, och innehavaren kan avsluta den.',
    'refusal.projects.full-authority':
      'Detta kräver huvudansvarig forskare, eller någon som har fått alla befogenheter.',
    'refusal.projects.pi-only': 'Bara huvudansvarig forskare kan göra detta.',
    'refusal.projects.own-project': 'Du deltar i projektet: en annan administratör avgör.',
    'refusal.projects.unchanged': 'Detta gäller redan.',
    'refusal.projects.over': 'Projektet är avslutat.',
    'refusal.projects.not-over': 'Projektet är inte avslutat.',
    'refusal.projects.nothing-due': 'Ingen påminnelse ska skickas.',
    'refusal.projects.not-later': 'Projektet löper redan till {day}, välj en senare dag.',
    'refusal.projects.already-invited':
      'Det finns redan en öppen inbjudan till den adressen. Återkalla den för att skicka en ny.',
    'refusal.projects.too-many-invitations':
      '{limit, number} inbjudningar är öppna, vilket är det högsta antalet. Återkalla några eller vänta på svar.',
    'refusal.projects.invitation-closed': 'Inbjudan är antagen, återkallad eller för gammal.',
    'refusal.projects.invitation-over': 'Länken är använd, återkallad eller äldre än sju dagar. Be om en ny inbjudan.',
    'refusal.projects.already-member': 'Du deltar redan i projektet. Länken kan användas av någon annan.',
    'refusal.projects.pi-stays':
      'Huvudansvarig forskare kan inte lämna projektet eller tas bort: lämna först över rollen till en annan medlem.',
    'refusal.projects.leave-instead': 'Vill du själv gå, lämna projektet.',
    'refusal.projects.above-you': 'Personen står över dig i delegeringarna: huvudansvarig forskare kan ta bort den.',
    'refusal.projects.transfer-open': 'Ett överlämnande av rollen pågår redan. Avbryt det för att föreslå ett annat.',
    'refusal.projects.transfer-closed': 'Överlämnandet är inte i ett tillstånd där detta kan göras. Ladda om sidan.',
    'refusal.projects.account-closed': 'Kontot för den som ska leda projektet är stängt.',
    'refusal.projects.pi-active':
      'Kontot för huvudansvarig forskare är öppet: rollen lämnas över när den själv föreslår det och den andra samtycker.',
    'refusal.projects.no-account':
      'Inget öppet konto har den adressen. Låt personen skapa ett, eller bjud in på sidan för personer.',
    'refusal.projects.own-appointment': 'Du kan inte utse dig själv: en annan administratör avgör det.',
  },
} as const satisfies Messages
