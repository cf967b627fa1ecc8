import { z } from 'zod'

const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** `withdraw`: others may know the key, so that nothing it signed is to be believed any more. */
export const ReplaceVisaKey = z.object({
  withdraw: ticked.default(false).meta({ description: 'Stop publishing the old keys at once: others may know them' }),
})
