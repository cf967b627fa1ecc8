import type { ReasonCode } from '@/lib/access/rules/verdict'
import type { Messages } from '@/lib/platform/messages'

type Words = { readonly [Code in ReasonCode as `delivery.reasons.${Code}`]: string }

const en: Words = {
  'delivery.reasons.account-closed': 'the account is closed',
  'delivery.reasons.user-terms': 'the hub’s user terms wait for your acceptance',
  'delivery.reasons.dataset-not-published': 'the dataset is not published',
  'delivery.reasons.dataset-withdrawn': 'the dataset was withdrawn',
  'delivery.reasons.no-request': 'no approved request of yours asks for it',
  'delivery.reasons.not-approved': 'the request is not approved for it',
  'delivery.reasons.not-a-member': 'you are not a member of the request that was approved for it',
  'delivery.reasons.to-come': 'the grant has not begun',
  'delivery.reasons.ended': 'the grant has ended',
  'delivery.reasons.revoked': 'the grant was revoked',
  'delivery.reasons.suspended': 'the grant is suspended',
  'delivery.reasons.suspended-for-you': 'the grant is suspended for you',
  'delivery.reasons.taken-from-you': 'the grant was taken from you',
  'delivery.reasons.terms': 'terms of the dataset wait for your acceptance',
  'delivery.reasons.ethics-none': 'the request names no ethics approval',
  'delivery.reasons.ethics-not-valid': 'the ethics approval is not valid now',
  'delivery.reasons.ethics-not-covering': 'the ethics approval does not cover it',
  'delivery.reasons.project-to-come': 'the project has not begun',
  'delivery.reasons.project-over': 'the project is over',
  'delivery.reasons.agreements': 'the project’s service agreement is not in force',
  'delivery.reasons.use-conflict': 'the purposes conflict with its conditions of use',
}

const sv: Words = {
  'delivery.reasons.account-closed': 'kontot är stängt',
  'delivery.reasons.user-terms': 'hubbens användarvillkor väntar på att du godtar dem',
  'delivery.reasons.dataset-not-published': 'datasetet är inte publicerat',
  'delivery.reasons.dataset-withdrawn': 'datasetet har dragits tillbaka',
  'delivery.reasons.no-request': 'ingen godkänd ansökan av dig gäller det',
  'delivery.reasons.not-approved': 'ansökan är inte godkänd för det',
  'delivery.reasons.not-a-member': 'du är inte med i den ansökan som godkändes för det',
  'delivery.reasons.to-come': 'åtkomsten har inte börjat',
  'delivery.reasons.ended': 'åtkomsten har upphört',
  'delivery.reasons.revoked': 'åtkomsten har återkallats',
  'delivery.reasons.suspended': 'åtkomsten är tillfälligt stoppad',
  'delivery.reasons.suspended-for-you': 'åtkomsten är tillfälligt stoppad för dig',
  'delivery.reasons.taken-from-you': 'åtkomsten har tagits ifrån dig',
  'delivery.reasons.terms': 'datasetets villkor väntar på att du godtar dem',
  'delivery.reasons.ethics-none': 'ansökan anger inget etikgodkännande',
  'delivery.reasons.ethics-not-valid': 'etikgodkännandet gäller inte nu',
  'delivery.reasons.ethics-not-covering': 'etikgodkännandet omfattar det inte',
  'delivery.reasons.project-to-come': 'projektet har inte börjat',
  'delivery.reasons.project-over': 'projektet är slut',
  'delivery.reasons.agreements': 'projektets tjänsteavtal gäller inte',
  'delivery.reasons.use-conflict': 'ändamålen strider mot villkoren för användning',
}

/** Why somebody may not fetch now, short enough to stand one after another in a sentence. */
export const messages = { en, sv } as const satisfies Messages
