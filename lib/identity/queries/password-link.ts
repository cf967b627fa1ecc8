import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'

/** Whose password a link would set: the address, or null when the link is used or too old. The link itself is the permission. */
export const passwordLink = query({
  name: 'identity.password-link',
  input: z.object({ ticket: z.string().max(200) }),
  scope: (ctx, { ticket }) => ({
    tokenHash: fingerprint(ticket),
    purpose: { in: ['register', 'reset', 'invite'] },
    usedAt: null,
    expiresAt: { gt: ctx.now },
  }),
  read: async (where): Promise<{ email: string | null }> => {
    const ticket = await db().ticket.findFirst({ where, select: { personId: true, data: true } })
    if (!ticket) return { email: null }
    if (!ticket.personId) return { email: (ticket.data as { email?: string }).email ?? null }
    return {
      email: (await db().person.findUnique({ where: { id: ticket.personId }, select: { email: true } }))?.email ?? null,
    }
  },
})
