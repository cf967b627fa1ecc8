/** The texts of the hub: a project signs the first two, each person accepts the third. */
export const textKinds = ['service-agreement', 'dpa', 'user-terms'] as const
export type TextKind = (typeof textKinds)[number]
export const signedKinds = ['service-agreement', 'dpa'] as const
export type SignedKind = (typeof signedKinds)[number]

/** What decides whether a signed agreement is in force. */
export type Signed = {
  readonly kind: string
  readonly state: string
  readonly institutionName: string
  readonly validFrom: Date | null
  readonly validUntil: Date | null
}

/** In force: countersigned by the hub, within [from, until), with the institution that the project belongs to now. */
export const isInForce = (document: Signed, institutionName: string, now: Date): boolean =>
  document.state === 'countersigned' &&
  document.institutionName === institutionName &&
  document.validFrom !== null &&
  document.validUntil !== null &&
  document.validFrom <= now &&
  now < document.validUntil

/**
 * Until when an agreement of this kind is in force without a gap, by these documents of one project: what begins no later than another
 * ends continues it. Null: none is in force now.
 */
export function heldUntil(
  documents: readonly Signed[],
  kind: SignedKind,
  institutionName: string,
  now: Date,
): Date | null {
  const own = documents.filter((one) => one.kind === kind)
  let held: Date | null = null
  for (let at = now; ; at = held) {
    const ends = own.flatMap((one) => (isInForce(one, institutionName, at) && one.validUntil ? [one.validUntil] : []))
    const last = ends.reduce<Date | null>((latest, end) => (latest && latest >= end ? latest : end), null)
    if (last === null) return held
    held = last
  }
}
