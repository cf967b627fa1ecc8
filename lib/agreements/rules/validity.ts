import { afterDay, startOf } from '@/lib/projects/rules/periods'

/** The longest that a document is in force, in days: ten years. */
const longest = 3653
const dayLength = 86_400_000

export type Validity = { readonly validFrom: Date; readonly validUntil: Date }

/** From the first day to behind the last. */
export const validityOf = (firstDay: string, lastDay: string): Validity => ({
  validFrom: startOf(firstDay),
  validUntil: afterDay(lastDay),
})

/** What is wrong with the days from which and to which a document is in force, or null. */
export function judgeValidity({ validFrom, validUntil }: Validity, now: Date): string | null {
  if (validUntil <= validFrom) return 'agreements.invalid.order'
  if (validUntil <= now) return 'agreements.invalid.over'
  return (validUntil.getTime() - validFrom.getTime()) / dayLength > longest ? 'agreements.invalid.long' : null
}
