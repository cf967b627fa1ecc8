import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayKeepSystems } from '../policy/systems'

/** The keys by which visas are and were signed, the newest first, without their private parts. For hub administrators. */
export const visaKeys = query({
  name: 'access.visa-keys',
  input: z.object({}),
  scope: ({ actor }) => {
    const permission = mayKeepSystems(actor)
    if (isRefusal(permission)) return permission
    return permission && isPerson(actor) ? 'all' : notFound()
  },
  read: async (_, __, { now }) => {
    const rows = await db().visaKey.findMany({
      select: { id: true, createdAt: true, retiredAt: true, publishedUntil: true },
      orderBy: { id: 'desc' },
      take: 100,
    })
    const stateOf = (until: Date | null) => (until === null ? 'signs' : until > now ? 'published' : 'gone')
    return rows.map((row) => ({ ...row, state: stateOf(row.publishedUntil) as 'signs' | 'published' | 'gone' }))
  },
})

export type VisaKeys = Awaited<ReturnType<typeof visaKeys>>
