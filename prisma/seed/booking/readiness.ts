import { reportReady } from '../../../lib/booking/commands/report-ready'
import { startOf, type Week } from '../../../lib/booking/rules/weeks'
import type { Context } from '../../../lib/platform/context'
import type { PrismaClient } from '../../generated/client'
import { personaId } from '../people'
import { unlessRefused } from './actors'

const minute = 60_000

const administrator = (now: Date): Context => ({
  requestId: 'seed',
  language: 'en',
  onBehalfOf: null,
  now,
  actor: {
    kind: 'person',
    id: personaId('carl'),
    name: 'Carl Compute',
    roles: ['compute-administrator'],
    secondFactor: true,
    scopes: null,
    sessionId: null,
  },
})

/** How long after Monday 09:00 the nth machine of a week was ready: mostly before noon, now and then in the afternoon. */
const delayOf = (nth: number): number => (nth % 23 === 7 ? 290 : 40 + (nth % 4) * 35) * minute

/** The machines of the sessions that began in a week are said to be ready, as far as that has happened by now. `told`: how many were before. */
export async function readyTheWeek(db: PrismaClient, week: Week, told: number, now: Date): Promise<number> {
  const begun = await db.$queryRaw<{ id: string; octet: number }[]>`
    SELECT w.id, s.ordinal AS octet FROM booked_week w JOIN slot s ON s.id = w.slot_id
    WHERE w.state = 'booked' AND w.week = ${week}::date AND NOT EXISTS (SELECT FROM booked_week b WHERE b.slot_id = w.slot_id
      AND b.project_id = w.project_id AND b.state = 'booked' AND b.week = w.week - 7) ORDER BY s.ordinal`
  for (const [n, { id, octet }] of begun.entries()) {
    const at = new Date(startOf(week).getTime() + delayOf(told + n))
    if (at > now) continue
    // An address of the documentation's range (RFC 5737): it leads nowhere.
    await unlessRefused(() => reportReady(administrator(at), { bookedWeek: id, address: `192.0.2.${10 + octet}` }))
  }
  return told + begun.length
}
