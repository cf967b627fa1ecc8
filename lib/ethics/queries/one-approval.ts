import 'server-only'
import { query } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import { maySeeApproval } from '../policy'
import { ApprovalAddress } from '../schema/inputs'
import { wholeApproval } from './whole-approval'

/** One approval with its versions, documents, deadlines, amendments and history, and what the reader may do. For who may see it. */
export const oneApproval = query({
  name: 'ethics.one-approval',
  input: ApprovalAddress,
  scope: ({ actor }) => (isPerson(actor) ? 'by standing' : refuse('platform.not-signed-in')),
  read: (_, { approval }, ctx) => wholeApproval(ctx, approval, (standing) => maySeeApproval(ctx.actor, standing)),
})
export type OneApproval = Awaited<ReturnType<typeof oneApproval>>
