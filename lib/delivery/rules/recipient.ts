import { normaliseCountry } from '@/lib/catalogue/rules/countries'

/** What is known of where the data of a grant go. */
export type Whereabouts = {
  /** The institution's country as the request states it, in words or as a code. */
  readonly stated: string | null
  /** The country of the authority that approved the research. */
  readonly authority: string | null
}

/** The country of the recipient institution, as it states it; where that names none, the ethics authority's. ISO 3166-1 alpha-2. */
export const recipientCountry = ({ stated, authority }: Whereabouts): string | null =>
  (stated === null ? null : normaliseCountry(stated)) ?? authority
