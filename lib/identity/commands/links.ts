import 'server-only'
import type { z } from 'zod'
import { command } from '@/lib/platform/command'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { linkRequested } from '../events'
import { limits } from '../rules/limits'
import { Registration, ResetRequest } from '../schema/credentials'
import { openTicket } from '../store/tickets'

const register = command({
  name: 'identity.request-registration',
  input: Registration,
  load: async (_, { name, email, language }) => ({ ticket: newId(), data: { name, email, language } }),
  authorize: () => true,
  decide: (_, { ticket }) => linkRequested('register', ticket),
  apply: async (tx, _, { ticket, data }, ctx) => {
    await openTicket(tx, { id: ticket, purpose: 'register', personId: null, data }, ctx.now)
  },
})

const reset = command({
  name: 'identity.request-reset',
  input: ResetRequest,
  load: async (_, { email, language }) => ({ ticket: newId(), data: { email, language } }),
  authorize: () => true,
  decide: (_, { ticket }) => linkRequested('reset', ticket),
  apply: async (tx, _, { ticket, data }, ctx) => {
    await openTicket(tx, { id: ticket, purpose: 'reset', personId: null, data }, ctx.now)
  },
})

const mailCounts = ({ email, address }: { email: string; address: string }) => [
  { limit: limits.mailFrom, key: address, settles: false },
  { limit: limits.mailTo, key: email, settles: false },
]

/**
 * Asks for an account: a link goes to the address, and nothing is made before it is followed. The answer and the work are the same
 * whether the address has an account or not; the reaction finds that out.
 */
export const requestRegistration = limited(register, (input: z.output<typeof Registration>) => mailCounts(input))
/** Asks for a link to set a new password; the same answer whoever asks. */
export const requestReset = limited(reset, (input: z.output<typeof ResetRequest>) => mailCounts(input))
