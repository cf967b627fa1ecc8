import { isLive, type State } from './states'

/** How often those who asked are reminded, in days, of what they owe: from the end of the request on, until they have told it. */
export const closeOutDays = 30

/** A request as far as it decides what is to be told of its end. */
export type Ended = {
  readonly state: State
  readonly grants: readonly { readonly createdAt: Date }[]
  /** What was told last; null: nothing was. */
  readonly told: { readonly at: Date; readonly certificateId: string | null } | null
}

/**
 * What is missing of a request that has come to its end, whoever gave it that, after data were granted by it: that those who asked tell what
 * became of the data (`owed`), or a certificate that the copies were deleted (`uncertified`: deleting begins once access has ended).
 * Null: nothing, or it has not ended. What was told before data were granted anew does not count for those.
 */
export function closeOutLacks({ state, grants, told }: Ended): 'owed' | 'uncertified' | null {
  if (state === 'draft' || isLive(state) || grants.length === 0) return null
  if (told === null || grants.some(({ createdAt }) => createdAt > told.at)) return 'owed'
  return told.certificateId === null ? 'uncertified' : null
}

/** When it is next reminded of: as was settled before, or after the days from now; null: nothing is owed. */
export function closeOutDue(ended: Ended, settled: Date | null, now: Date): Date | null {
  if (closeOutLacks(ended) !== 'owed') return null
  return settled ?? new Date(now.getTime() + closeOutDays * 86_400_000)
}
