/** How long, in milliseconds, a sign-in counts as fresh for whoever has neither password nor authenticator app. */
export const freshFor = 10 * 60_000

type Shown = {
  readonly hasPassword: boolean
  readonly passwordFits: boolean
  readonly hasApp: boolean
  readonly codeFits: boolean
  /** When this session was opened. */
  readonly signedInAt: Date | null
}

/**
 * Null, or the code of what is still to be shown that the account's owner is at the keyboard: the password; without one a fresh
 * code of the app; without either (passkey or organisation only) a sign-in of the last ten minutes.
 */
export function judgeOwnership(
  { hasPassword, passwordFits, hasApp, codeFits, signedInAt }: Shown,
  now: Date,
): 'password' | 'code' | 'sign-in' | null {
  if (hasPassword) return passwordFits ? null : 'password'
  if (hasApp) return codeFits ? null : 'code'
  return signedInAt && now.getTime() < signedInAt.getTime() + freshFor ? null : 'sign-in'
}
