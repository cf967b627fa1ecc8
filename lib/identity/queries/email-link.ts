import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'

/** Which address a link would give its account, or null when the link is used or too old. The link itself is the permission. */
export const emailLink = query({
  name: 'identity.email-link',
  input: z.object({ ticket: z.string().max(200) }),
  scope: ({ now }, { ticket }) => ({
    tokenHash: fingerprint(ticket),
    purpose: 'email',
    usedAt: null,
    expiresAt: { gt: now },
  }),
  read: async (where): Promise<{ email: string | null }> => {
    const ticket = await db().ticket.findFirst({ where, select: { data: true } })
    return { email: (ticket?.data as { email?: string } | undefined)?.email ?? null }
  },
})
