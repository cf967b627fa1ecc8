/**
 * Which reactions each event type has. Each pair becomes one job in the transaction of the event, so the names here and
 * the tasks of tasks.ts must agree; the compiler compares them.
 */
export const reactions = {
  'identity.registration-requested': ['mail-registration-link'],
  'identity.reset-requested': ['mail-reset-link'],
  'identity.person-invited': ['mail-invitation'],
  'identity.confirmation-requested': ['mail-confirmation'],
  'identity.email-change-requested': ['mail-email-link', 'mail-account-guard'],
  'identity.email-changed': ['mail-email-changed'],
  'identity.password-set': ['mail-account-guard'],
  'identity.totp-confirmed': ['mail-account-guard'],
  'identity.totp-removed': ['mail-account-guard'],
  'identity.passkey-added': ['mail-account-guard'],
  'identity.passkey-removed': ['mail-account-guard'],
  'identity.second-factors-reset': ['mail-account-guard'],
  'identity.token-created': ['mail-account-guard'],
  'identity.identity-linked': ['mail-account-guard'],
  'identity.role-given': ['mail-role-change'],
  'identity.role-taken': ['mail-role-change'],
  'catalogue.version-published': ['mail-saved-searches'],
  'catalogue.dataset-shown': ['mail-saved-searches'],
  'catalogue.proposal-taken-up': ['mail-proposal-decision'],
  'catalogue.proposal-declined': ['mail-proposal-decision'],
  'agreements.text-published': ['mail-new-terms'],
  'agreements.document-submitted': ['mail-agreement-waiting'],
  'agreements.document-returned': ['mail-agreement-decision'],
  'agreements.document-countersigned': ['mail-agreement-decision'],
  'agreements.document-terminated': ['mail-agreement-decision'],
  'agreements.expiry-neared': ['mail-agreement-expiry'],
  'agreements.document-expired': ['mail-agreement-expiry'],
} as const satisfies Record<string, readonly string[]>

export type Reaction = (typeof reactions)[keyof typeof reactions][number]
