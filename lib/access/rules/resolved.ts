type Item = {
  readonly state: string
  readonly useResolved: string | null
  /** A digest of the purpose and the conditions that a handler looked at. */
  readonly useResolvedFor: string | null
}

/**
 * Why a handler lets a conflict pass, as far as that still holds. Of what waits it holds for the purpose and the conditions that they looked
 * at (`now`: their digest at this moment), and for no others; what was approved is looked at anew when the conditions change.
 */
export const stillResolved = ({ state, useResolved, useResolvedFor }: Item, now: string | null): string | null =>
  state === 'approved' || useResolvedFor === now ? useResolved : null

/** Whether what was approved conflicts now, and no handler has let that pass for the purpose and conditions of this moment. */
export const conflictsAnew = (
  item: Item & { readonly useFit: string | null },
  now: { readonly verdict: string; readonly basis: string },
): boolean =>
  item.state === 'approved' &&
  now.verdict === 'conflicts' &&
  (item.useFit !== 'conflicts' || (item.useResolved !== null && item.useResolvedFor !== now.basis))
