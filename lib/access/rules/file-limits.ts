import { type Refusal, refuse } from '@/lib/platform/refusal'

/** What the files of a request come to: how many, and their bytes together. */
export type Filed = { readonly files: number; readonly bytes: number }

/**
 * How much those who ask can fill, and how much the hub: more, so that a request which they have filled still takes the hub's letters. The
 * database holds the larger of the two.
 */
export const fileLimits = {
  asking: { files: 50, bytes: 200_000_000 },
  hub: { files: 100, bytes: 400_000_000 },
} as const satisfies Record<string, Filed>

/** Null, or why a request takes no file of this size any more. */
export function judgeFiling(there: Filed, size: number, byHub: boolean): Refusal | null {
  const most = fileLimits[byHub ? 'hub' : 'asking']
  if (there.files >= most.files) return refuse('access.too-many-files', { limit: most.files })
  if (there.bytes + size > most.bytes) return refuse('access.files-too-large', { limit: most.bytes / 1_000_000 })
  return null
}
