/** Why a mailed link leads nowhere any more. */
export type InvitationEnd = 'used' | 'revoked' | 'expired'

type Invitation = { readonly acceptedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date }

/** How an invitation ended, or null while its link is good: once, until the moment it expires. */
export function endOf({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Date): InvitationEnd | null {
  if (acceptedAt !== null) return 'used'
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : null
}
