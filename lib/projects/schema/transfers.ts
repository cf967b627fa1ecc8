import { z } from 'zod'
import { email, optional, reason } from '@/lib/identity/schema/text'
import { organisation, Slug } from './fields'

/** A transfer of the PI role of a project. */
export const TransferChoice = z.object({ slug: Slug, transferId: z.uuid() })

export const TransferDecision = z.object({ ...TransferChoice.shape, reason })

/** A new PI, by the address of their account, where the old one's account is closed. `institution`: where it is another one. */
export const AppointPi = z.object({
  slug: Slug,
  email,
  institution: optional(organisation).default(null),
  reason,
})
