import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'

/** Whether a passkey can end the sign-in that this ticket began. The ticket itself is the permission; without one the answer is no. */
export const secondStep = query({
  name: 'identity.second-step',
  input: z.object({ ticket: z.string().max(200) }),
  scope: ({ now }, { ticket }) => ({
    tokenHash: fingerprint(ticket),
    purpose: 'second-factor',
    usedAt: null,
    expiresAt: { gt: now },
  }),
  read: async (where): Promise<{ passkey: boolean }> => {
    const ticket = await db().ticket.findFirst({ where, select: { personId: true } })
    if (!ticket?.personId) return { passkey: false }
    return { passkey: (await db().passkey.count({ where: { personId: ticket.personId } })) > 0 }
  },
})
