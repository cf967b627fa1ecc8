import 'server-only'
import { db } from '@/lib/platform/db'
import { forgetTickets } from '../store/tickets'

const day = 24 * 60 * 60 * 1000

/** Housekeeping of the clock: sessions that ended, tickets a week after they expired, counts that no longer count, answers kept for a day. */
export async function forgetExpired(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } })
  await forgetTickets(db(), new Date(now.getTime() - 7 * day))
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - day) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime() - day) } } })
}
