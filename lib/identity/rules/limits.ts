/** As the platform's rate limiter takes it: so many tries in so many seconds. */
type Limit = { readonly name: string; readonly points: number; readonly seconds: number }

/** How often somebody may try to prove who they are: README, "Lockout". */
export const limits = {
  device: { name: 'sign-in-device', points: 10, seconds: 900 },
  addressAndAccount: { name: 'sign-in-address-account', points: 5, seconds: 900 },
  account: { name: 'sign-in-account', points: 20, seconds: 900 },
  address: { name: 'sign-in-address', points: 200, seconds: 900 },
  ticket: { name: 'second-factor-ticket', points: 5, seconds: 900 },
  codes: { name: 'second-factor-person', points: 30, seconds: 86_400 },
  passkey: { name: 'passkey-address', points: 120, seconds: 900 },
  mailTo: { name: 'mail-to', points: 4, seconds: 3600 },
  mailFrom: { name: 'mail-from', points: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>
