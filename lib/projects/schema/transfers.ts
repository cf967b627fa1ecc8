import { z } from 'zod'
import { reason } from '@/lib/identity/schema/text'
import { Slug } from './fields'

/** A transfer of the PI role of a project. */
export const TransferChoice = z.object({ slug: Slug, transferId: z.uuid() })

export const TransferDecision = z.object({ ...TransferChoice.shape, reason })
