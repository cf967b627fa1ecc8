/** How long, in milliseconds, a session may add proofs after its owner followed the link that was mailed for it. */
export const confirmationLife = 15 * 60_000

/** What a session has to say for itself when it would add a proof. */
export type Standing = {
  readonly holdsRole: boolean
  /** Proven by a second factor. */
  readonly proven: boolean
  readonly confirmedAt: Date | null
}

/**
 * Null, or the code of why this session may not add a way to prove who somebody is: an authenticator app, a passkey, a linked
 * identity, another address. A password alone must not grow into the second factor that lets hub roles act.
 */
export function judgeNewProof({ holdsRole, proven, confirmedAt }: Standing, now: Date): string | null {
  if (!holdsRole || proven) return null
  const fresh = confirmedAt !== null && now.getTime() < confirmedAt.getTime() + confirmationLife
  return fresh ? null : 'identity.confirm-first'
}
