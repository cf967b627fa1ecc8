import type { Outcome } from './outcomes'

const anyone = 'anyone may ask'
const silent = 'the answer never tells who has an account'
const permission = 'no rule beyond the permission'

/** Commands that one of the four ends cannot happen to, with the reason. Who adds a command here says why. */
export const cannot: Readonly<Record<string, Partial<Record<Outcome, string>>>> = {
  'access.download-attachment': { refused: permission },
  'access.replace-visa-key': { refused: permission },
  'access.download-certificate': { refused: permission },
  'access.read-ethics-document': { refused: permission },
  'access.take-archive': { refused: permission },
  'access.remove-system': { refused: permission },
  'access.renew-system-secret': { refused: permission },
  'booking.close-calendar-feed': { refused: permission },
  'booking.renew-calendar-feed': { refused: permission },
  'booking.extend-sheet': { refused: permission },
  'agreements.download-document': { refused: permission },
  'agreements.tell-expiry': { refused: permission },
  'ethics.read-document': { refused: permission },
  'ethics.tell-deadline': { refused: permission },
  'catalogue.add-priority': { refused: permission },
  'catalogue.change-saved-search': { refused: permission },
  'catalogue.renew-feed': { refused: permission },
  'catalogue.close-feed': { refused: permission },
  'catalogue.remove-saved-search': { refused: permission },
  'identity.request-registration': { forbidden: anyone, refused: silent },
  'identity.request-reset': { forbidden: anyone, refused: silent },
  'identity.set-password': { forbidden: 'the link is the permission' },
  'identity.change-email': { forbidden: 'the link is the permission' },
  'identity.ask-passkey': { forbidden: anyone },
  'identity.rename-passkey': { refused: permission },
  'identity.sign-in-with-passkey': { forbidden: 'a stranger by nature' },
  'identity.sign-in-with-password': { forbidden: 'a stranger by nature' },
  'identity.sign-in-with-provider': { forbidden: 'a stranger by nature' },
  'identity.confirm-second-factor': { forbidden: 'the ticket is the permission' },
  'identity.sign-in-as-persona': { refused: permission },
  'identity.request-confirmation': { refused: permission },
  'identity.sign-out': { refused: permission },
  'identity.end-session': { refused: permission },
  'identity.end-other-sessions': { refused: permission },
  'identity.revoke-token': { refused: permission },
  'identity.remove-ssh-key': { refused: permission },
  'identity.renew-recovery-codes': { refused: permission },
  'identity.set-notifications': { refused: permission },
  'identity.take-own-data': { refused: permission },
}
