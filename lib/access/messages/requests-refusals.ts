import type { Messages } from '@/lib/platform/messages'

/** Why what was asked of a request, a grant or a workflow is refused. */
export const messages = {
  en: {
    'refusal.access.not-in-this-state':
      'The request is not in a state in which this can be done. Reload the page to see how it stands.',
    'refusal.access.moved-on':
      'Somebody else has changed this since you opened it. Nothing was overwritten; reload the page to see what it says now.',
    'refusal.access.conflict':
      'You have an interest of your own in this request: it is yours, your project’s or your institution’s. Somebody else handles, reviews and decides it.',
    'refusal.access.no-such-dataset': 'One of these datasets cannot be asked for: it is not in the catalogue.',
    'refusal.access.too-many-drafts':
      'You have {limit, number} drafts, which is the most. Submit or throw away some to begin another.',
    'refusal.access.too-many-datasets': 'A request asks for {limit, number} datasets at most.',
    'refusal.access.no-datasets': 'A request needs a dataset. To end it altogether, close it.',
    'refusal.access.not-your-datasets': 'Among these are datasets that somebody else handles.',
    'refusal.access.others-datasets':
      'Somebody else handles {datasets} of this request, which waits or is in use. Reject or revoke what is yours; nobody ends what others handle.',
    'refusal.access.which-suspension':
      'Several suspensions stand against this grant: of everybody, or of one person. Say which of them is to be lifted.',
    'refusal.access.no-receiving-project':
      'There is no such project in which you may ask for data. Its principal investigator can give you that authority.',
    'refusal.access.same-project': 'The request belongs to that project already.',
    'refusal.access.already-invited': 'An invitation to this address is open already.',
    'refusal.access.too-many-invitations': '{limit, number} invitations are open, which is the most.',
    'refusal.access.invitation-over': 'The link is used, revoked or older than fourteen days. Ask for another.',
    'refusal.access.already-member': 'You take part in this request already.',
    'refusal.access.no-such-account':
      'Nobody signs in with this address. Invite the person by mail: the link lets them make an account first.',
    'refusal.access.takes-part': 'This person takes part in the request already.',
    'refusal.access.works-on-it':
      'This person handles, reviews or decides the request, and does not use data by it. Nobody who works on a request comes into it by the hub’s own doing.',
    'refusal.access.verified-it':
      'This person verified the ethics approval that the request rests on, and so does not use data by it. Another ethics officer can verify it anew.',
    'refusal.access.taken-out':
      'The hub took you out of this request. Only a handler can let you in again: ask the hub.',
    'refusal.access.already-asked': 'They were asked already.',
    'refusal.access.round-over': 'The round is over.',
    'refusal.access.round-answered':
      'Somebody of the round has answered, so nobody is added to it any more. Wait for its outcome, or ask in another round.',
    'refusal.access.handles-it':
      'You handle datasets of this request, or sent the invitation yourself. Whoever asks others to decide does not decide by a link.',
    'refusal.access.round-missed':
      'The round’s last day has passed: it is handed back to the handler without an outcome, and your answer was not taken. They can ask anew.',
    'refusal.access.round-open': 'The deciders have been asked and the round still runs.',
    'refusal.access.nobody-to-ask':
      'There is nobody to ask: no one is assigned without an interest of their own. An administrator can assign somebody, or invite by e-mail.',
    'refusal.access.no-quorum':
      'In {workflow} {needed, number} have to answer, and {asked, number} can be asked now: the others have an interest of their own, are away with no one to stand in, or hold the role no longer. An administrator can assign somebody more.',
    'refusal.access.not-assigned': 'This person is not assigned to these datasets.',
    'refusal.access.task-over': 'This is not yours to answer, or was answered or taken back already.',
    'refusal.access.nothing-waits': 'None of these datasets waits for a decision.',
    'refusal.access.not-a-member': 'This person does not take part in the request.',
    'refusal.access.applicant-stays': 'The applicant leads the request: let another member lead it first.',
    'refusal.access.applicant-already': 'This person leads the request already.',
    'refusal.access.not-authorised':
      'This person may not ask for data in the project’s name. Its principal investigator can give them that authority.',
    'refusal.access.incomplete': 'The request is not complete. What is missing stands in its checklist.',
    'refusal.access.grants-run':
      'Some of the datasets are granted already, so the request cannot be taken back. It can be closed out.',
    'refusal.access.too-many-files':
      'The request holds {limit, number} files, which is the most. Take one out, or put several into one.',
    'refusal.access.files-too-large':
      'The files of the request would come to more than {limit, number} MB together. Take one out, or make them smaller.',
    'refusal.access.no-such-file': 'There is no such file, or it was redacted.',
    'refusal.access.no-such-field': 'The form of this request has no such field.',
    'refusal.access.nothing-due': 'Nothing is due.',
    'refusal.access.dataset-withdrawn': 'The dataset {dataset} was withdrawn from the catalogue.',
    'refusal.access.not-decided': 'The deciders have not approved {dataset}. Ask them, or wait for their answer.',
    'refusal.access.not-covered': 'No verified ethics approval of the request covers {dataset} now.',
    'refusal.access.use-conflict':
      'The purposes of the request conflict with the conditions of use of {dataset}. Let it pass with a reason, or reject it.',
    'refusal.access.no-conflict': 'There is no conflict of use left to let pass.',
    'refusal.access.no-such-terms': 'There are no such terms.',
    'refusal.access.terms-already': 'These terms are demanded already.',
    'refusal.access.terms-superseded': 'A newer version of these terms is to be accepted.',
    'refusal.access.terms-accepted': 'You have accepted this version already.',
    'refusal.access.answers-open':
      'Answers of the request are missing or wrong: it is being mended. Wait until it is submitted again.',
    'refusal.access.nothing-granted':
      'Nothing was granted that this could be done with. A request that waits can be taken back.',
    'refusal.access.closed-out-already':
      'It has been told already what became of these data, with a certificate of deletion.',
    'refusal.access.no-such-grant': 'There is no such grant that still runs and that you handle.',
    'refusal.access.not-later': 'The grants run until that day or longer already. Choose a later day.',
    'refusal.access.renewal-open': 'A wish for more time waits for its answer already.',
    'refusal.access.no-renewal': 'No wish for more time waits for your answer.',
    'refusal.access.suspended-already': 'The grant is suspended already.',
    'refusal.access.not-suspended': 'Nothing suspends this grant.',
    'refusal.access.no-kept-grant': 'The request has no such grant.',
    'refusal.access.retention-far':
      'It is too early to note what became of these data: they are kept until {until}. It can be noted from ninety days before, once the grant is over.',
    'refusal.access.retention-lasts':
      'These data are to be kept until {until}, ten years after the grant ended, or after a later use. That they were removed can be noted from then on.',
    'refusal.access.retention-settled': 'What became of these data is noted already.',
    'refusal.access.name-taken': 'Another workflow has this name.',
    'refusal.access.in-another-group': 'One of these datasets belongs to another group already.',
    'refusal.access.default-has-the-rest': 'The default workflow has every dataset of no group; it is given none.',
    'refusal.access.lacks-role': 'This person does not hold the hub role that this takes.',
    'refusal.access.assigned-already': 'This person is assigned already.',
    'refusal.access.own-deputy': 'Somebody else stands in for you.',
    'refusal.access.filter-name-taken':
      'You keep a filter of this name already. Choose another, or remove that one first.',
    'refusal.access.too-many-filters':
      'You keep {limit, number} filters, which is the most. Remove one to keep another.',
    'access.invalid.nothing-chosen': 'Select at least one request in the list.',
    'access.invalid.none-chosen': 'Choose at least one.',
    'access.invalid.past': 'Choose a day that is still to come.',
    'access.invalid.after-end': 'Choose a first day that is not after the last.',
    'access.invalid.far': 'Five years is the longest; it can be extended later.',
    'access.invalid.choice': 'Choose one of the values offered.',
    'access.invalid.many': 'There are too many here.',
    'access.invalid.institution':
      'State the institution where the research is done: its name, or its name and ROR address.',
    'access.invalid.approval': 'This is no ethics approval of the project.',
    'access.invalid.days': 'Write a whole number of days, from 1 to 365.',
    'access.invalid.notice': 'Write a whole number of days, from 0 to 365.',
    'access.invalid.quorum': 'Write a whole number, from 1 to 50.',
    'access.invalid.https': 'Write an address that begins with https://.',
    'access.invalid.terms-document': 'There is no such document any more: choose the file again.',
    'access.invalid.change-note': 'Say what has changed since the version before.',
  },
  sv: {
    'refusal.access.not-in-this-state':
      'Ansökan är inte i ett tillstånd där detta kan göras. Ladda om sidan för att se läget.',
    'refusal.access.moved-on':
      'Någon annan har ändrat detta sedan du öppnade det. Ingenting skrevs över, ladda om sidan för att se vad som gäller nu.',
    'refusal.access.conflict':
      'Du är jävig i den här ansökan: den är din, ditt projekts eller ditt lärosätes. Någon annan handlägger, granskar och beslutar.',
    'refusal.access.no-such-dataset': 'Ett av dataseten går inte att söka: det finns inte i katalogen.',
    'refusal.access.too-many-drafts':
      'Du har {limit, number} utkast, vilket är det högsta antalet. Skicka in eller kasta några för att börja på ett nytt.',
    'refusal.access.too-many-datasets': 'En ansökan gäller högst {limit, number} dataset.',
    'refusal.access.no-datasets': 'En ansökan behöver ett dataset. Stäng den om den ska avslutas helt.',
    'refusal.access.not-your-datasets': 'Bland dessa finns dataset som någon annan handlägger.',
    'refusal.access.others-datasets':
      'Någon annan handlägger {datasets} i ansökan, som väntar eller används. Avslå eller återkalla det som är ditt: ingen avslutar det som andra handlägger.',
    'refusal.access.which-suspension':
      'Flera spärrar gäller åtkomsten: för alla, eller för en person. Säg vilken av dem som ska hävas.',
    'refusal.access.no-receiving-project':
      'Det finns inget sådant projekt där du får söka data. Dess huvudansvariga forskare kan ge dig den befogenheten.',
    'refusal.access.same-project': 'Ansökan hör redan till det projektet.',
    'refusal.access.already-invited': 'Det finns redan en öppen inbjudan till den adressen.',
    'refusal.access.too-many-invitations': '{limit, number} inbjudningar är öppna, vilket är det högsta antalet.',
    'refusal.access.invitation-over': 'Länken är använd, återkallad eller äldre än fjorton dagar. Be om en ny.',
    'refusal.access.already-member': 'Du deltar redan i ansökan.',
    'refusal.access.no-such-account':
      'Ingen loggar in med den adressen. Bjud in personen med e-post: länken låter den först skapa ett konto.',
    'refusal.access.takes-part': 'Personen deltar redan i ansökan.',
    'refusal.access.works-on-it':
      'Personen handlägger, granskar eller beslutar om ansökan, och använder inga data genom den. Ingen som arbetar med en ansökan kommer in i den genom hubbens egen försorg.',
    'refusal.access.verified-it':
      'Personen verifierade det etikgodkännande som ansökan vilar på, och använder därför inte data genom den. En annan etikansvarig kan verifiera det på nytt.',
    'refusal.access.taken-out':
      'Hubben tog bort dig ur ansökan. Bara en handläggare kan släppa in dig igen: fråga hubben.',
    'refusal.access.already-asked': 'De har redan tillfrågats.',
    'refusal.access.round-over': 'Omröstningen är över.',
    'refusal.access.round-answered':
      'Någon i omgången har svarat, så ingen läggs till i den längre. Vänta på utfallet, eller fråga i en ny omgång.',
    'refusal.access.handles-it':
      'Du handlägger dataset i den här ansökan, eller skickade inbjudan själv. Den som ber andra besluta beslutar inte via en länk.',
    'refusal.access.round-missed':
      'Omröstningens sista dag har passerat: den går tillbaka till handläggaren utan utfall, och ditt svar togs inte emot. Handläggaren kan fråga på nytt.',
    'refusal.access.round-open': 'Beslutsfattarna är tillfrågade och omröstningen pågår.',
    'refusal.access.nobody-to-ask':
      'Det finns ingen att fråga: ingen är utsedd som inte är jävig. En administratör kan utse någon, eller bjud in med e-post.',
    'refusal.access.no-quorum':
      'I {workflow} måste {needed, number} svara, och {asked, number} kan tillfrågas nu: de andra är jäviga, borta utan ersättare eller har inte längre rollen. En administratör kan utse någon mer.',
    'refusal.access.not-assigned': 'Personen är inte utsedd för de här dataseten.',
    'refusal.access.task-over': 'Detta är inte ditt att besvara, eller har redan besvarats eller tagits tillbaka.',
    'refusal.access.nothing-waits': 'Inget av de här dataseten väntar på beslut.',
    'refusal.access.not-a-member': 'Personen deltar inte i ansökan.',
    'refusal.access.applicant-stays': 'Den sökande leder ansökan: låt först en annan medlem leda den.',
    'refusal.access.applicant-already': 'Personen leder redan ansökan.',
    'refusal.access.not-authorised':
      'Personen får inte söka data i projektets namn. Projektets huvudansvariga forskare kan ge den befogenheten.',
    'refusal.access.incomplete': 'Ansökan är inte komplett. Vad som saknas står i checklistan.',
    'refusal.access.grants-run':
      'Några av dataseten är redan beviljade, så ansökan kan inte tas tillbaka. Den kan slutredovisas.',
    'refusal.access.too-many-files':
      'Ansökan har {limit, number} filer, vilket är det högsta antalet. Ta bort en, eller slå ihop flera.',
    'refusal.access.files-too-large':
      'Ansökans filer skulle tillsammans bli större än {limit, number} MB. Ta bort en, eller gör dem mindre.',
    'refusal.access.no-such-file': 'Filen finns inte, eller har maskerats.',
    'refusal.access.no-such-field': 'Ansökans formulär har inget sådant fält.',
    'refusal.access.nothing-due': 'Ingenting ska göras nu.',
    'refusal.access.dataset-withdrawn': 'Datasetet {dataset} har dragits tillbaka ur katalogen.',
    'refusal.access.not-decided': 'Beslutsfattarna har inte godkänt {dataset}. Fråga dem, eller invänta deras svar.',
    'refusal.access.not-covered': 'Inget verifierat etikgodkännande i ansökan omfattar {dataset} nu.',
    'refusal.access.use-conflict':
      'Ansökans syften strider mot användningsvillkoren för {dataset}. Släpp igenom det med ett skäl, eller avslå.',
    'refusal.access.no-conflict': 'Det finns ingen konflikt om användningen kvar att släppa igenom.',
    'refusal.access.no-such-terms': 'Sådana villkor finns inte.',
    'refusal.access.terms-already': 'De här villkoren krävs redan.',
    'refusal.access.terms-superseded': 'Det finns en nyare version av villkoren att godkänna.',
    'refusal.access.terms-accepted': 'Du har redan godkänt den här versionen.',
    'refusal.access.answers-open':
      'Svar i ansökan saknas eller är fel: den håller på att rättas. Vänta tills den skickas in igen.',
    'refusal.access.nothing-granted':
      'Det finns ingen beviljad åtkomst att göra detta med. En ansökan som väntar kan tas tillbaka.',
    'refusal.access.closed-out-already':
      'Det är redan redovisat vad som har skett med dessa data, med ett intyg om radering.',
    'refusal.access.no-such-grant': 'Det finns ingen sådan åtkomst som löper och som du handlägger.',
    'refusal.access.not-later': 'Åtkomsten löper redan till den dagen eller längre. Välj en senare dag.',
    'refusal.access.renewal-open': 'En önskan om mer tid väntar redan på svar.',
    'refusal.access.no-renewal': 'Ingen önskan om mer tid väntar på ditt svar.',
    'refusal.access.suspended-already': 'Åtkomsten är redan spärrad.',
    'refusal.access.not-suspended': 'Ingenting spärrar den här åtkomsten.',
    'refusal.access.no-kept-grant': 'Ansökan har ingen sådan åtkomst.',
    'refusal.access.retention-far':
      'Det är för tidigt att notera vad som har skett med dessa data: de bevaras till {until}. Det går från nittio dagar dessförinnan, när åtkomsten är slut.',
    'refusal.access.retention-lasts':
      'Dessa data ska bevaras till {until}, tio år efter att åtkomsten upphörde, eller efter en senare användning. Att de har tagits bort kan noteras från och med då.',
    'refusal.access.retention-settled': 'Vad som har skett med dessa data är redan noterat.',
    'refusal.access.name-taken': 'Ett annat arbetsflöde har det namnet.',
    'refusal.access.in-another-group': 'Ett av dataseten hör redan till en annan grupp.',
    'refusal.access.default-has-the-rest': 'Standardflödet har alla dataset utan grupp, det ges inga egna.',
    'refusal.access.lacks-role': 'Personen har inte den hubbroll som detta kräver.',
    'refusal.access.assigned-already': 'Personen är redan utsedd.',
    'refusal.access.own-deputy': 'Någon annan ersätter dig.',
    'refusal.access.filter-name-taken':
      'Du har redan ett filter med det namnet. Välj ett annat, eller ta först bort det.',
    'refusal.access.too-many-filters':
      'Du har {limit, number} filter, vilket är det högsta antalet. Ta bort ett för att spara ett nytt.',
    'access.invalid.nothing-chosen': 'Markera minst en ansökan i listan.',
    'access.invalid.none-chosen': 'Välj minst en.',
    'access.invalid.past': 'Välj en dag som ännu inte har varit.',
    'access.invalid.after-end': 'Välj en första dag som inte är efter den sista.',
    'access.invalid.far': 'Fem år är det längsta, det kan förlängas senare.',
    'access.invalid.choice': 'Välj ett av de värden som erbjuds.',
    'access.invalid.many': 'Här finns för många.',
    'access.invalid.institution': 'Ange lärosätet där forskningen görs: dess namn, eller namnet och ROR-adressen.',
    'access.invalid.approval': 'Detta är inget etikgodkännande i projektet.',
    'access.invalid.days': 'Skriv ett helt antal dagar, från 1 till 365.',
    'access.invalid.notice': 'Skriv ett helt antal dagar, från 0 till 365.',
    'access.invalid.quorum': 'Skriv ett heltal, från 1 till 50.',
    'access.invalid.https': 'Skriv en adress som börjar med https://.',
    'access.invalid.terms-document': 'Dokumentet finns inte längre: välj filen igen.',
    'access.invalid.change-note': 'Skriv vad som har ändrats sedan förra versionen.',
  },
} as const satisfies Messages
