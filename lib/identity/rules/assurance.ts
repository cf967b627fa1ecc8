/** The authentication context classes that stand for a second factor. */
const secondFactorClasses = ['https://refeds.org/profile/mfa']

/** Whether the provider vouches for a second factor at this sign-in (REFEDS Multi-Factor Authentication Profile). */
export const vouchesForSecondFactor = (mfaClass: string | null): boolean =>
  mfaClass !== null && secondFactorClasses.includes(mfaClass)
