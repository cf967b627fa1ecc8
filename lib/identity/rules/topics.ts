/** What a person can choose to be written to about. Mail that guards the account itself is not among them: it is always sent. */
export const topics = [
  'new-version',
  'saved-search',
  'proposal',
  'role-change',
  'project',
  'agreements',
  'ethics',
  'requests',
  'booking-made',
  'booking-changed',
  'booking-week-ahead',
  'booking-ready',
  'booking-ends-soon',
  'booking-hold',
  'booking-displaced',
] as const
export type Topic = (typeof topics)[number]

/** Every topic is on until its person turns it off. */
export const isOn = (topic: Topic, settings: readonly { topic: string; enabled: boolean }[]): boolean =>
  settings.find((setting) => setting.topic === topic)?.enabled ?? true

/** Mails that hold a link which proves who somebody is: shown to nobody but the reader of the mailbox, emptied once delivered. */
export const linkTopics: ReadonlySet<unknown> = new Set([
  'registration',
  'reset',
  'invitation',
  'confirmation',
  'email-change',
  'project-invitation',
  'access-invitation',
])
