import type { Messages } from '@/lib/platform/messages'

/** With which form requests are made: why not with another, and what is done about it. */
export const messages = {
  en: {
    'refusal.access.different-forms':
      'One request is made with one form, and different ones are asked here: {asked}. Begin a request for each form. In a draft that shows another form, take that up first.',
    'refusal.access.form-is-newest': 'The request is made with the newest version of the form of its datasets already.',
    'refusal.access.form-not-in-use':
      'Requests cannot be made with the form {form}: it is retired, or was never published. Choose another.',
    'refusal.access.form-in-use':
      'Requests are made with this form by these workflows: {workflows}. An administrator can choose another form for them; then it can be retired.',
    'event.access.form-taken': 'Took up the form {form}, version {version}, for {reference}',
    'event.access.workflow-form-chosen': 'Chose the form {form} for the requests of a workflow (before: {was})',
  },
  sv: {
    'refusal.access.different-forms':
      'En ansökan görs med ett formulär, och här ställs olika frågor: {asked}. Börja en ansökan för varje formulär. I ett utkast som visar ett annat formulär, byt först till det.',
    'refusal.access.form-is-newest': 'Ansökan görs redan med den nyaste versionen av datasetens formulär.',
    'refusal.access.form-not-in-use':
      'Ansökningar kan inte göras med formuläret {form}: det är taget ur bruk, eller har aldrig publicerats. Välj ett annat.',
    'refusal.access.form-in-use':
      'De här arbetsflödenas ansökningar görs med formuläret: {workflows}. En administratör kan välja ett annat formulär för dem, sedan kan det tas ur bruk.',
    'event.access.form-taken': 'Bytte till formuläret {form}, version {version}, för {reference}',
    'event.access.workflow-form-chosen': 'Valde formuläret {form} för ett arbetsflödes ansökningar (tidigare: {was})',
  },
} as const satisfies Messages
