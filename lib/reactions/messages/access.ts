import type { Messages } from '@/lib/platform/messages'

const en = {
  'mail.access.subject': 'Data access request {reference}: {title}',
  'mail.access.frame':
    'Hello,\n\n{text}\n\n{link}\n\nTurn these mails off in your account:\n{settings}\n\nAIDA Data Hub',
  'mail.access.submitted': 'the data access request {reference} ({title}) has come in and waits for you.',
  'mail.access.reopened': 'the data access request {reference} ({title}) was opened again and waits to be judged.',
  'mail.access.asked': 'you are asked about the data access request {reference} ({title}), until {day}.',
  'mail.access.task-near': 'you have until {day} to answer about the data access request {reference} ({title}).',
  'mail.access.task-missed':
    'your answer about the data access request {reference} ({title}) was due on {day} and is still awaited.',
  'mail.access.late-handler':
    'the data access request {reference} ({title}) has waited for you since {day}, which is longer than it should.',
  'mail.access.late-reviewers':
    'the reviewers of {reference} ({title}) have missed their day; it was their turn on {day}. You can ask others in their place, or go on without them.',
  'mail.access.late-applicant':
    'the data access request {reference} ({title}) was returned on {day} and waits to be mended. Submit it again, or take it back.',
  'mail.access.round':
    'the round of deciders on {reference} ({title}) is over: {outcome, select, approve {they approve} reject {they reject} other {it ended without an outcome}}. It is your turn.',
  'mail.access.deadline':
    'the deciders of {reference} ({title}) have missed their deadline. Nothing was approved by that.',
  'mail.access.remark.hub':
    'AIDA Data Hub has written to you about the data access request {reference} ({title}). Read it there; if it asks something of you, answer it there with a remark.',
  'mail.access.remark.member':
    'somebody who takes part in the data access request {reference} ({title}) has written a remark on it.',
  'mail.access.remark.asking':
    'those who ask have written a remark on the data access request {reference} ({title}), or answered one.',
  'mail.access.remark.inside':
    'somebody of the hub has written a remark on the data access request {reference} ({title}).',
  'mail.access.review':
    'a review of the data access request {reference} ({title}) has come. {awaited, plural, =0 {No other is awaited} one {# more is awaited} other {# more are awaited}}.',
  'mail.access.asked-no-more':
    'you were asked about the data access request {reference} ({title}). Your answer is not awaited any more.',
  'mail.access.withdrawn': 'the data access request {reference} ({title}) was taken back by those who ask.',
  'mail.access.closed-out':
    'the data access request {reference} ({title}) was closed out by those who used the data: their report has come, and what it granted has ended.',
  'mail.access.handed-over':
    'those who ask are handing the data access request {reference} ({title}) over to another project. Once that project’s request is approved, what this one grants ends.',
  'mail.access.leads': 'you now lead the data access request {reference} ({title}).',
  'mail.access.applicant': '{person} now leads the data access request {reference} ({title}).',
  'mail.access.returned':
    'the data access request {reference} ({title}) was returned to be mended.\n\nThe hub writes: {reason}',
  'mail.access.approved':
    'datasets of the data access request {reference} ({title}) were approved: {datasets}{from, select, now {} other {, from {from} on}}.',
  'mail.access.refused': 'datasets of the data access request {reference} ({title}) were rejected: {datasets}.',
  'mail.access.closed': 'the data access request {reference} ({title}) was closed; what it granted has ended.',
  'mail.access.closed-by-hub':
    'the data access request {reference} ({title}) was closed; what it granted has ended. If data were used by it, tell there what became of them: the report, the copies that are left, the certificate of deletion.',
  'mail.access.close-out-missing':
    'the data access request {reference} ({title}) has ended, and it has not been told what became of its data. Close it out: hand in the report, the publications, the copies that are left and the certificate that all others were deleted. You are reminded every thirty days until then.',
  'mail.access.close-out-missing.handler':
    'the data access request {reference} ({title}) has ended, and those who used data by it have not told what became of them. They were reminded today.',
  'mail.access.revoked':
    'what the data access request {reference} ({title}) granted was revoked. Nobody may use these data by it any more. Tell there what became of them: the report, the copies that are left, the certificate of deletion.',
  'mail.access.suspended': 'access to {dataset} by {reference} ({title}) is suspended until further notice.',
  'mail.access.lifted': 'access to {dataset} by {reference} ({title}) is no longer suspended.',
  'mail.access.taken': 'your access to {dataset} by {reference} ({title}) was taken away.',
  'mail.access.extended': 'access to {dataset} by {reference} ({title}) was extended until {day}.',
  'mail.access.ethics-exchanged':
    'another ethics approval was named for the data access request {reference} ({title}) while it is mended. What it granted rests on that one from now on: look whether it covers these datasets for this research.',
  'mail.access.renewal-asked': 'more time is asked for the data access request {reference} ({title}).',
  'mail.access.renewal-declined': 'more time for the data access request {reference} ({title}) was declined.',
  'mail.access.near':
    'access to {dataset} by {reference} ({title}) ends in {days} days. Ask for more time there, if you need it.',
  'mail.access.over': 'access to {dataset} by {reference} ({title}) has ended.',
  'mail.access.use-ended':
    'you may no longer use {dataset} by {reference} ({title}): {cause}. As soon as that is mended you may again, without asking anew.',
  'mail.access.use-ended.handler': 'use of {dataset} by {reference} ({title}) has ended: {cause}.',
  'mail.access.use-begins': 'you may use {dataset} by {reference} ({title}) from today, until {day}.',
  'mail.access.use-again': 'you may use {dataset} by {reference} ({title}) again, until {day}.',
  'mail.access.use-again.handler': 'use of {dataset} by {reference} ({title}) is allowed again, until {day}.',
  'mail.access.use-soon':
    'what your use of {dataset} by {reference} ({title}) rests on ends on {day}, before the grant does: {ending, select, project {the project is over then. The hub can extend it} ethics {the ethics approval ends then. Register its continuation} agreements {the service agreement of the project ends then. Have a new one countersigned} terms {a newer version of terms of access binds from then on. Accept it} account {newer user terms of the hub bind from then on. Accept them} other {the ethics approval or the project. Renew it}} in time to go on.',
  'mail.access.use-soon.handler':
    'what the use of {dataset} by {reference} ({title}) rests on ends on {day}, before the grant does: {ending, select, project {the project is over then} ethics {the ethics approval ends then} agreements {the service agreement of the project ends then} terms {a newer version of terms of access binds, and somebody has not accepted it} account {newer user terms of the hub bind, and somebody has not accepted them} other {the ethics approval or the project}}.',
  'mail.access.retention-near':
    'the data of {dataset} that were used by {reference} ({title}) are to be kept for research validation until {day}, ten years after the grant ended or a later use: {days} days from now. Decide in time what becomes of them. Whoever handles the request notes there whether they are kept on or were removed.',
  'mail.access.retention-reached':
    'the data of {dataset} that were used by {reference} ({title}) have been kept for ten years since the grant ended or a later use, until {day}. They may be removed now, unless something else demands that they are kept. Whoever handles the request notes there what became of them.',
  'mail.access.removed':
    'you no longer take part in the data access request {reference} ({title}), and may use no data by it.',
  'mail.access.joined':
    '{person} now takes part in the data access request {reference} ({title}), and may use what it grants once they have accepted its terms.',
  'mail.access.left':
    '{person} has left the data access request {reference} ({title}), and uses no data by it any more.',
  'mail.access.taken-out':
    'those who ask have taken {person} out of the data access request {reference} ({title}): they use no data by it any more.',
  'mail.access.added':
    'AIDA Data Hub has made you a member of the data access request {reference} ({title}). Accept its terms there before you use data by it. If you do not want to take part, leave it there.',
  'mail.access.hub-added':
    'AIDA Data Hub has added {person} to the data access request {reference} ({title}). Once they have accepted its terms they may use what it grants, as you do. If they do not belong there, take them out.',
  'mail.access.hub-invited':
    'AIDA Data Hub has invited {person} by mail to take part in the data access request {reference} ({title}). If they do not belong there, revoke the invitation.',
  'mail.access.round-grew':
    '{person} was invited by mail to decide with you on the data access request {reference} ({title}). Tell an administrator of the hub if that surprises you.',
  'mail.access.round-taken-back':
    'the data access request {reference} ({title}) was returned to be mended while deciders were asked about datasets that others handle. That round has ended without an outcome: ask again once it is back.',
  'mail.access.processing': 'the hub writes how far it has come with {reference} ({title}): {processing}.',
  'mail.access.terms': 'further terms are demanded for {reference} ({title}). Accept them to go on using the data.',
  'mail.access.invitation.subject': 'Invitation: data access request {reference}',
  'mail.access.invitation':
    'Hello{to},\n\n{inviter} invites you to {kind, select, reviewer {review} decider {decide on} other {take part in}} the data access request {reference} ({title}) at AIDA Data Hub. Follow this link and sign in, or make an account first; it is good once, until {day}:\n\n{link}\n\nWhoever has the link can use it: do not pass it on.\n\nAIDA Data Hub',
  'mail.access.invitation.hub':
    'Hello{to},\n\nAIDA Data Hub invites you to take part in the data access request {reference} ({title}), and so to use the data that it grants. Follow this link and sign in, or make an account first; it is good once, until {day}:\n\n{link}\n\nYou accept the terms of the data there before you use them. Whoever has the link can use it: do not pass it on.\n\nAIDA Data Hub',
}

const sv: typeof en = {
  'mail.access.subject': 'Dataansökan {reference}: {title}',
  'mail.access.frame': 'Hej!\n\n{text}\n\n{link}\n\nStäng av de här breven på ditt konto:\n{settings}\n\nAIDA Data Hub',
  'mail.access.submitted': 'Dataansökan {reference} ({title}) har kommit in och väntar på dig.',
  'mail.access.reopened': 'Dataansökan {reference} ({title}) har öppnats igen och väntar på bedömning.',
  'mail.access.asked': 'Du tillfrågas om dataansökan {reference} ({title}), till och med {day}.',
  'mail.access.task-near': 'Du har till och med {day} på dig att svara om dataansökan {reference} ({title}).',
  'mail.access.task-missed': 'Ditt svar om dataansökan {reference} ({title}) skulle ha kommit {day} och väntas ännu.',
  'mail.access.late-handler':
    'Dataansökan {reference} ({title}) har väntat på dig sedan {day}, vilket är längre än den borde.',
  'mail.access.late-reviewers':
    'Granskarna av {reference} ({title}) har missat sin dag, det blev deras tur {day}. Du kan fråga andra i deras ställe, eller gå vidare utan dem.',
  'mail.access.late-applicant':
    'Dataansökan {reference} ({title}) återlämnades {day} och väntar på komplettering. Skicka in den igen, eller ta tillbaka den.',
  'mail.access.round':
    'Omröstningen om {reference} ({title}) är över: {outcome, select, approve {de godkänner} reject {de avslår} other {den slutade utan utfall}}. Det är din tur.',
  'mail.access.deadline':
    'Beslutsfattarna för {reference} ({title}) har missat sin tidsgräns. Ingenting godkändes av det.',
  'mail.access.remark.hub':
    'AIDA Data Hub har skrivit till dig om dataansökan {reference} ({title}). Läs det där, och svara där med en kommentar om du får en fråga.',
  'mail.access.remark.member': 'Någon som deltar i dataansökan {reference} ({title}) har skrivit en kommentar i den.',
  'mail.access.remark.asking':
    'De som söker har skrivit en kommentar i dataansökan {reference} ({title}), eller besvarat en.',
  'mail.access.remark.inside': 'Någon på hubben har skrivit en kommentar i dataansökan {reference} ({title}).',
  'mail.access.review':
    'En granskning av dataansökan {reference} ({title}) har kommit. {awaited, plural, =0 {Ingen mer väntas} one {# till väntas} other {# till väntas}}.',
  'mail.access.asked-no-more': 'Du har tillfrågats om dataansökan {reference} ({title}). Ditt svar väntas inte längre.',
  'mail.access.withdrawn': 'Dataansökan {reference} ({title}) har tagits tillbaka av dem som söker.',
  'mail.access.closed-out':
    'Dataansökan {reference} ({title}) har slutredovisats av dem som använde data: deras rapport har kommit, och det ansökan gav har upphört.',
  'mail.access.handed-over':
    'De som söker lämnar över dataansökan {reference} ({title}) till ett annat projekt. När det projektets ansökan godkänns upphör det som den här ger.',
  'mail.access.leads': 'Du leder nu dataansökan {reference} ({title}).',
  'mail.access.applicant': '{person} leder nu dataansökan {reference} ({title}).',
  'mail.access.returned':
    'Dataansökan {reference} ({title}) har återlämnats för komplettering.\n\nHubben skriver: {reason}',
  'mail.access.approved':
    'Dataset i dataansökan {reference} ({title}) har beviljats: {datasets}{from, select, now {} other {, från och med {from}}}.',
  'mail.access.refused': 'Dataset i dataansökan {reference} ({title}) har avslagits: {datasets}.',
  'mail.access.closed': 'Dataansökan {reference} ({title}) har stängts, det den gav har upphört.',
  'mail.access.closed-by-hub':
    'Dataansökan {reference} ({title}) har stängts, det den gav har upphört. Om data användes genom den, redovisa där vad som har skett med dem: rapporten, kopior som finns kvar, intyget om radering.',
  'mail.access.close-out-missing':
    'Dataansökan {reference} ({title}) är avslutad, och det är inte redovisat vad som har skett med dess data. Slutredovisa den: lämna rapporten, publikationerna, kopior som finns kvar och intyget om att alla andra har raderats. Du påminns var trettionde dag tills dess.',
  'mail.access.close-out-missing.handler':
    'Dataansökan {reference} ({title}) är avslutad, och de som använde data genom den har inte redovisat vad som har skett med dem. De påmindes i dag.',
  'mail.access.revoked':
    'Det som dataansökan {reference} ({title}) gav har återkallats. Ingen får längre använda data genom den. Redovisa där vad som har skett med dem: rapporten, kopior som finns kvar, intyget om radering.',
  'mail.access.suspended': 'Åtkomsten till {dataset} genom {reference} ({title}) är spärrad tills vidare.',
  'mail.access.lifted': 'Åtkomsten till {dataset} genom {reference} ({title}) är inte längre spärrad.',
  'mail.access.taken': 'Din åtkomst till {dataset} genom {reference} ({title}) har återkallats.',
  'mail.access.extended': 'Åtkomsten till {dataset} genom {reference} ({title}) har förlängts till och med {day}.',
  'mail.access.ethics-exchanged':
    'Ett annat etikgodkännande har angetts för dataansökan {reference} ({title}) medan den rättas. Det som den beviljade vilar på det från och med nu: se efter om det täcker dessa dataset för denna forskning.',
  'mail.access.renewal-asked': 'Mer tid önskas för dataansökan {reference} ({title}).',
  'mail.access.renewal-declined': 'Mer tid för dataansökan {reference} ({title}) har avböjts.',
  'mail.access.near':
    'Åtkomsten till {dataset} genom {reference} ({title}) upphör om {days} dagar. Be om mer tid där, om ni behöver det.',
  'mail.access.over': 'Åtkomsten till {dataset} genom {reference} ({title}) har upphört.',
  'mail.access.use-ended':
    'Du får inte längre använda {dataset} genom {reference} ({title}): {cause}. Så snart det är ordnat får du det igen, utan att ansöka på nytt.',
  'mail.access.use-ended.handler': 'Användningen av {dataset} genom {reference} ({title}) har upphört: {cause}.',
  'mail.access.use-begins': 'Du får använda {dataset} genom {reference} ({title}) från och med i dag, till {day}.',
  'mail.access.use-again': 'Du får använda {dataset} genom {reference} ({title}) igen, till {day}.',
  'mail.access.use-again.handler': 'Data från {dataset} får användas genom {reference} ({title}) igen, till {day}.',
  'mail.access.use-soon':
    'Det som din användning av {dataset} genom {reference} ({title}) vilar på upphör {day}, före åtkomsten själv: {ending, select, project {projektet är slut då. Hubben kan förlänga det} ethics {etikgodkännandet upphör då. Registrera dess fortsättning} agreements {projektets tjänsteavtal upphör då. Se till att ett nytt kontrasigneras} terms {en nyare version av villkor för åtkomst börjar gälla då. Godkänn den} account {nyare användarvillkor för hubben börjar gälla då. Godkänn dem} other {etikgodkännandet eller projektet. Förnya det}} i tid för att kunna fortsätta.',
  'mail.access.use-soon.handler':
    'Det som användningen av {dataset} genom {reference} ({title}) vilar på upphör {day}, före åtkomsten själv: {ending, select, project {projektet är slut då} ethics {etikgodkännandet upphör då} agreements {projektets tjänsteavtal upphör då} terms {en nyare version av villkor för åtkomst börjar gälla, och någon har inte godkänt den} account {nyare användarvillkor för hubben börjar gälla, och någon har inte godkänt dem} other {etikgodkännandet eller projektet}}.',
  'mail.access.retention-near':
    'Data från {dataset} som användes genom {reference} ({title}) ska bevaras för granskning av forskningen till {day}, tio år efter att åtkomsten upphörde eller en senare användning: {days} dagar kvar. Bestäm i tid vad som ska ske med dem. Den som handlägger ansökan noterar där om de bevaras vidare eller har tagits bort.',
  'mail.access.retention-reached':
    'Data från {dataset} som användes genom {reference} ({title}) har bevarats i tio år sedan åtkomsten upphörde eller en senare användning, till {day}. De får tas bort nu, om inget annat kräver att de bevaras. Den som handlägger ansökan noterar där vad som har skett med dem.',
  'mail.access.removed':
    'Du deltar inte längre i dataansökan {reference} ({title}), och får inte använda några data genom den.',
  'mail.access.joined':
    '{person} deltar nu i dataansökan {reference} ({title}), och får använda det den ger efter att ha godkänt villkoren.',
  'mail.access.left': '{person} har lämnat dataansökan {reference} ({title}), och använder inte längre data genom den.',
  'mail.access.taken-out':
    'De som söker har tagit ut {person} ur dataansökan {reference} ({title}), som därmed inte längre använder data genom den.',
  'mail.access.added':
    'AIDA Data Hub har lagt till dig som medlem i dataansökan {reference} ({title}). Godkänn villkoren där innan du använder data genom den. Lämna den där om du inte vill delta.',
  'mail.access.hub-added':
    'AIDA Data Hub har lagt till {person} i dataansökan {reference} ({title}), som får använda det den ger, liksom du, efter att ha godkänt villkoren. Ta ut personen om den inte hör dit.',
  'mail.access.hub-invited':
    'AIDA Data Hub har bjudit in {person} med e-post att delta i dataansökan {reference} ({title}). Återkalla inbjudan om personen inte hör dit.',
  'mail.access.round-grew':
    '{person} har bjudits in med e-post att besluta tillsammans med dig om dataansökan {reference} ({title}). Säg till en administratör på hubben om det förvånar dig.',
  'mail.access.round-taken-back':
    'Dataansökan {reference} ({title}) gick tillbaka för komplettering medan beslutsfattare var tillfrågade om dataset som andra handlägger. Den omröstningen har slutat utan utfall: fråga igen när den är tillbaka.',
  'mail.access.processing': 'Hubben skriver hur långt den har kommit med {reference} ({title}): {processing}.',
  'mail.access.terms':
    'Ytterligare villkor krävs för {reference} ({title}). Godkänn dem för att få fortsätta använda data.',
  'mail.access.invitation.subject': 'Inbjudan: dataansökan {reference}',
  'mail.access.invitation':
    'Hej{to}!\n\n{inviter} bjuder in dig att {kind, select, reviewer {granska} decider {besluta om} other {delta i}} dataansökan {reference} ({title}) hos AIDA Data Hub. Följ länken och logga in, eller skapa först ett konto. Länken kan användas en gång, till och med {day}:\n\n{link}\n\nDen som har länken kan använda den: lämna den inte vidare.\n\nAIDA Data Hub',
  'mail.access.invitation.hub':
    'Hej{to}!\n\nAIDA Data Hub bjuder in dig att delta i dataansökan {reference} ({title}), och därmed att använda de data den ger. Följ länken och logga in, eller skapa först ett konto. Länken kan användas en gång, till och med {day}:\n\n{link}\n\nDu godkänner villkoren för data där innan du använder dem. Den som har länken kan använda den: lämna den inte vidare.\n\nAIDA Data Hub',
}

/** The words of the mails about data access requests and grants. */
export const messages = { en, sv } as const satisfies Messages
