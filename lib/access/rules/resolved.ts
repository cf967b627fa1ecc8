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

type Fit = { readonly verdict: string; readonly basis: string }

/** Whether what was approved conflicts now, and no handler has let that pass for the purpose and conditions of this moment. */
export const conflictsAnew = (item: Item & { readonly useFit: string | null }, now: Fit): boolean =>
  item.state === 'approved' &&
  now.verdict === 'conflicts' &&
  (item.useFit !== 'conflicts' || (item.useResolved !== null && item.useResolvedFor !== now.basis))

/** The datasets that were approved for another purpose, or other conditions, and that what stands now conflicts with. */
export const conflictingAnew = <I extends Parameters<typeof conflictsAnew>[0] & { readonly datasetId: string }>(
  items: readonly I[],
  now: ReadonlyMap<string, Fit>,
): string[] =>
  items.flatMap((item) => {
    const fit = now.get(item.datasetId)
    return fit && conflictsAnew(item, fit) ? [item.datasetId] : []
  })
