/** That a field was compared with the documents and confirmed: in which version, by whom and when. */
export type Confirmation = { readonly version: number; readonly by: string | null; readonly at: Date | null }

type Judged = {
  readonly ordinal: number
  readonly state: string
  readonly judgedBy: string | null
  readonly judgedAt: Date | null
  readonly checks: readonly { readonly field: string; readonly verdict: string }[]
}

/**
 * Who last confirmed each field of a version, and when: a later version is checked only where it says something new, so what it left alone
 * rests on an earlier one. A field that no one confirmed is not in the answer.
 */
export function confirmations(versions: readonly Judged[], ordinal: number): ReadonlyMap<string, Confirmation> {
  const upTo = versions.filter((one) => one.state === 'verified' && one.ordinal <= ordinal)
  return new Map(
    upTo
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .flatMap(({ ordinal: version, judgedBy: by, judgedAt: at, checks }) =>
        checks
          .filter(({ verdict }) => verdict === 'confirmed')
          .map(({ field }) => [field, { version, by, at }] as const),
      ),
  )
}
