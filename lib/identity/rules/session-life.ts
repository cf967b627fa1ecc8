const minute = 60_000

/** How long a session may stand idle, and how long it lasts at most, in milliseconds. */
export const idleLimit = 8 * 60 * minute
export const wholeLife = 7 * 24 * 60 * minute
/** `seen_at` is written at most this often, so that a page view is rarely a write. */
export const seenEvery = minute

/** Whether a session still stands at `now`: neither idle too long nor past its end; both ends are exclusive. */
export const isAlive = ({ seenAt, expiresAt }: { seenAt: Date; expiresAt: Date }, now: Date): boolean =>
  now < expiresAt && now.getTime() < seenAt.getTime() + idleLimit
