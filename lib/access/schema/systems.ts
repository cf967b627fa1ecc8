import { z } from 'zod'
import { line } from '@/lib/identity/schema/text'
import { addressHoldsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { completed } from '../rules/deliveries'
import { newsKinds } from '../rules/use'

const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())
const choice = 'access.invalid.choice'

/** `withdraw`: others may know the key, so that nothing it signed is to be believed any more. */
export const ReplaceVisaKey = z.object({
  withdraw: ticked.default(false).meta({ description: 'Stop publishing the old keys at once: others may know them' }),
})

const system = {
  name: line(100),
  url: z
    .url({ protocol: /^https?$/, error: 'access.invalid.address' })
    .max(500, 'access.invalid.address')
    .refine((address) => !addressHoldsPersonalNumber(address), 'identity.invalid.personal-number'),
  events: z
    .preprocess(
      (given) => [given ?? []].flat().filter((one) => one !== ''),
      z.array(z.enum(newsKinds, choice)).max(newsKinds.length, choice),
    )
    .transform(completed)
    .meta({
      description:
        'Of which news it is told; of grant.suspended and grant.withdrawn always. Systems that hand out data need all four',
    }),
}

export const RegisterSystem = z.object(system)
export const EditSystem = z.object({
  ...system,
  system: z.uuid(),
  expectedRevision: z.coerce.number().int().min(1),
  enabled: ticked.default(false),
})
export const OneSystem = z.object({ system: z.uuid() })
export const RenewSecret = OneSystem.extend({
  withdraw: ticked.default(false).meta({ description: 'Sign no more with the one before: others may know it' }),
})
export const OneDelivery = z.object({ delivery: z.uuid() })
export const DeliveryPage = z.object({
  system: z.uuid(),
  open: ticked.default(false).meta({ description: 'Only those that wait to be acknowledged' }),
  cursor: z
    .preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())
    .meta({
      description: 'From the answer before',
    }),
})
/** What came of one try. */
export const NoteAnswer = z.object({
  delivery: z.uuid(),
  number: z.int().min(1),
  status: z.int().nullable(),
  fault: z.string().max(40).nullable(),
  answer: z.string().max(1000),
  milliseconds: z.int().min(0),
})
