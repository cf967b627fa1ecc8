/** How long a visa holds at most, in milliseconds: an hour. Who uses one later asks for a new one, and so asks the verdict. */
export const visaLife = 3_600_000
/** After how long a key is replaced by itself: ninety days. */
const keyLife = 90 * 86_400_000
/** How many visas are given at once, the longest first: systems of the European genome archive take no more. */
export const visasAtMost = 200

/** Whether the key that signs is to be replaced by its age. */
export const isKeyDue = ({ createdAt }: { readonly createdAt: Date }, now: Date): boolean =>
  now.getTime() - createdAt.getTime() >= keyLife

/** Until when a key that signed until now stays published: until the last visa by it has expired; one that may be known to others, no longer. */
export const publishedUntil = (now: Date, isWithdrawn: boolean): Date =>
  isWithdrawn ? now : new Date(now.getTime() + visaLife)

/** When a visa expires that is given now: after an hour, and never later than what it rests on. Whole seconds, rounded down. */
export const visaExpiry = (until: Date, now: Date): number =>
  Math.floor(Math.min(until.getTime(), now.getTime() + visaLife) / 1000)

/** A ControlledAccessGrants visa's claim (GA4GH Passport 1.2); the times are seconds since 1970. */
export type VisaClaim = {
  readonly type: 'ControlledAccessGrants'
  readonly value: string
  readonly source: string
  readonly by: 'dac'
  readonly asserted: number
}

/** That the data access committee lets somebody use a dataset, since when. */
export const visaClaim = (doi: string, source: string, since: Date): VisaClaim => ({
  type: 'ControlledAccessGrants',
  value: `https://doi.org/${doi}`,
  source,
  by: 'dac',
  asserted: Math.floor(since.getTime() / 1000),
})
