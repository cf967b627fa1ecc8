import type { Messages } from '@/lib/platform/messages'

/** Why something cannot be done with an ethics approval, and what is wrong in a form. */
export const messages = {
  en: {
    'refusal.ethics.withdrawn': 'The approval was withdrawn: nothing more is done with it.',
    'refusal.ethics.not-in-this-state':
      '{state, select, submitted {It waits for verification. Take it back first to change it.} draft {It is a draft: hand it in first.} other {It waits for nothing now.}} Reload the page to see what it says.',
    'refusal.ethics.own-project': 'You take part in this project: another ethics officer verifies its approvals.',
    'refusal.ethics.project-over': 'The project is over: nothing more is registered for it.',
    'refusal.ethics.cited-unknown': 'The project has no living original approval of that kind to cite.',
    'refusal.ethics.cites-both': 'A decision amends an approval or takes the place of one, not both.',
    'refusal.ethics.registered-already': 'The project has an approval of this number already. Change that one.',
    'refusal.ethics.number-fixed':
      'Another number or country is another decision. Register it on its own, as an amendment or in place of this one.',
    'refusal.ethics.first-draft': 'Nothing was handed in yet, so there is nothing to go back to. Withdraw it instead.',
    'refusal.ethics.no-decision-document': 'Add the decision as a PDF first: it is verified against that.',
    'refusal.ethics.nothing-changed': 'Nothing differs from what was verified, so there is nothing to verify.',
    'refusal.ethics.too-many-documents': 'A version has at most {most, number} documents.',
    'refusal.ethics.unconfirmed':
      '{count, plural, one {# field has} other {# fields have}} not been confirmed: {field}. Confirm each against the documents, or return the approval.',
    'refusal.ethics.covers-nothing': 'A rejected or dismissed application covers no dataset.',
    'ethics.invalid.day': 'Give a day, as in 2026-12-01.',
    'ethics.invalid.revision': 'Give the revision that you read.',
    'ethics.invalid.list': 'Give a list.',
    'ethics.invalid.too-many': 'These are too many.',
    'ethics.invalid.country': 'Give the two letters of a country, as in SE or NO.',
    'ethics.invalid.decision': 'Choose what the authority decided.',
    'ethics.invalid.cited': 'Choose one of the project’s approvals.',
    'ethics.invalid.kind': 'Choose what the document is.',
    'ethics.invalid.field': 'This is no field of an approval.',
    'ethics.invalid.future': 'This day has not come yet.',
    'ethics.invalid.before-decision': 'This comes before the decision.',
    'ethics.invalid.number':
      'This is not how a Swedish registration number is written. It looks like 2021-05794-01, 2019-02345, 2016/384-31, 2016/384 or T123-18.',
    'ethics.invalid.conditions-missing': 'Write the conditions of the decision.',
    'ethics.invalid.conditions-without': 'Conditions belong to a decision “approved with conditions”.',
    'ethics.invalid.dataset': 'One of these is no dataset of the catalogue.',
  },
  sv: {
    'refusal.ethics.withdrawn': 'Godkännandet är tillbakadraget: inget mer görs med det.',
    'refusal.ethics.not-in-this-state':
      '{state, select, submitted {Det väntar på verifiering. Ta tillbaka det först för att ändra det.} draft {Det är ett utkast: lämna in det först.} other {Det väntar inte på något nu.}} Ladda om sidan för att se vad som gäller.',
    'refusal.ethics.own-project':
      'Du deltar i det här projektet: en annan etikansvarig verifierar dess etikgodkännanden.',
    'refusal.ethics.project-over': 'Projektet är avslutat: inget mer registreras för det.',
    'refusal.ethics.cited-unknown':
      'Projektet har inget levande ursprungligt godkännande av det slaget att hänvisa till.',
    'refusal.ethics.cites-both': 'Ett beslut ändrar ett godkännande eller ersätter ett, inte båda.',
    'refusal.ethics.registered-already': 'Projektet har redan ett godkännande med det här numret. Ändra det.',
    'refusal.ethics.number-fixed':
      'Ett annat nummer eller land är ett annat beslut. Registrera det för sig, som en ändring eller i stället för detta.',
    'refusal.ethics.first-draft':
      'Inget har lämnats in än, så det finns inget att gå tillbaka till. Dra tillbaka det i stället.',
    'refusal.ethics.no-decision-document': 'Lägg först till beslutet som PDF: godkännandet verifieras mot det.',
    'refusal.ethics.nothing-changed': 'Inget skiljer sig från det som verifierats, så det finns inget att verifiera.',
    'refusal.ethics.too-many-documents': 'En version har högst {most, number} dokument.',
    'refusal.ethics.unconfirmed':
      '{count, plural, one {# fält är inte bekräftat} other {# fält är inte bekräftade}}: {field}. Bekräfta vart och ett mot dokumenten, eller lämna tillbaka godkännandet.',
    'refusal.ethics.covers-nothing': 'En ansökan som avslagits eller avvisats täcker inget dataset.',
    'ethics.invalid.day': 'Ange en dag, som 2026-12-01.',
    'ethics.invalid.revision': 'Ange den revision som du läste.',
    'ethics.invalid.list': 'Ange en lista.',
    'ethics.invalid.too-many': 'De är för många.',
    'ethics.invalid.country': 'Ange ett lands två bokstäver, som SE eller NO.',
    'ethics.invalid.decision': 'Välj vad myndigheten beslutade.',
    'ethics.invalid.cited': 'Välj ett av projektets godkännanden.',
    'ethics.invalid.kind': 'Välj vad dokumentet är.',
    'ethics.invalid.field': 'Detta är inget fält i ett godkännande.',
    'ethics.invalid.future': 'Den dagen har inte kommit än.',
    'ethics.invalid.before-decision': 'Detta kommer före beslutet.',
    'ethics.invalid.number':
      'Så skrivs inte ett svenskt diarienummer. Det ser ut som 2021-05794-01, 2019-02345, 2016/384-31, 2016/384 eller T123-18.',
    'ethics.invalid.conditions-missing': 'Skriv beslutets villkor.',
    'ethics.invalid.conditions-without': 'Villkor hör till ett beslut ”godkänd med villkor”.',
    'ethics.invalid.dataset': 'Ett av dessa finns inte bland katalogens dataset.',
  },
} as const satisfies Messages
