import { z } from 'zod'
import { isoDate, optionalText } from '@/lib/catalogue/schema/text'

/**
 * That the data of a grant were handed over outside of the portal, on a day. `country`: of the recipient, in words or as a code
 * (ISO 3166-1), where the request names none.
 */
export const RecordSharing = z.object({
  grant: z.uuid(),
  sharedOn: isoDate,
  country: optionalText(100).optional(),
})
