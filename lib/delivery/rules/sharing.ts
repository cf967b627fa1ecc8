import { normaliseCountry } from '@/lib/catalogue/rules/countries'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** A grant as far as its sharing is concerned; days as ISO 8601, `startedOn` its first. */
export type Shareable = {
  readonly startedOn: string
  /** The day that the sharing record has for it already. */
  readonly sharedOn: string | null
  /** The recipient's country as the request or its ethics approval names it. */
  readonly country: string | null
}
type Stated = { readonly sharedOn: string; readonly country?: string | null | undefined }

const wrong = (field: string, code: string): Refusal => refuse('platform.invalid', { fields: { [field]: [code] } })

/**
 * The country that the sharing record is to name for data that were handed over, or why it cannot be recorded: it is already, the day lies
 * outside of what was granted so far, or nobody knows the country. Where the request names the country, nobody states another.
 */
export function judgeHandover(of: Shareable, stated: Stated, today: string): { country: string } | Refusal {
  if (of.sharedOn !== null) return refuse('delivery.shared-already', { on: of.sharedOn })
  if (stated.sharedOn < of.startedOn) return wrong('sharedOn', 'delivery.invalid.before-grant')
  if (stated.sharedOn > today) return wrong('sharedOn', 'delivery.invalid.to-come')
  const named = stated.country ? normaliseCountry(stated.country) : null
  if (stated.country && named === null) return wrong('country', 'delivery.invalid.country')
  if (of.country !== null)
    return named === null || named === of.country
      ? { country: of.country }
      : wrong('country', 'delivery.invalid.other-country')
  return named === null ? wrong('country', 'delivery.invalid.country') : { country: named }
}
