type Removal = {
  readonly holdsRole: boolean
  /** Second factors that would be left. */
  readonly left: number
  /** Ways to sign in that would be left: password, passkeys, linked identities. */
  readonly ways: number
}

/** Null, or the code of why a second factor is not removed. Hub roles demand one, and everybody keeps a way in. */
export function judgeRemoval({ holdsRole, left, ways }: Removal): string | null {
  if (ways === 0) return 'identity.last-way-in'
  return holdsRole && left === 0 ? 'identity.last-second-factor' : null
}
