import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { CalendarWeek } from '../rules/calendar'
import { isoNameOf, type Week } from '../rules/weeks'

type Row = Omit<CalendarWeek, 'name'> & { week: Week }

/** Booked weeks that the condition selects, as a calendar needs them, by their beginning. `w` is the booked week, `p` its project. */
export async function calendarWeeks(tx: Tx, condition: Prisma.Sql): Promise<CalendarWeek[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.id, w.booking_id AS "bookingId", p.name AS project, m.name AS machine, s.name AS slot, w.gpus, w.week::text AS week,
      w.starts_at AS "startsAt", w.ends_at AS "endsAt", w.state, w.created_at AS "createdAt", w.state_at AS "stateAt"
    FROM booked_week w JOIN project p ON p.id = w.project_id JOIN machine m ON m.id = w.machine_id JOIN slot s ON s.id = w.slot_id
    WHERE ${condition} ORDER BY w.starts_at, s.ordinal, w.id LIMIT 2000`
  return rows.map(({ week, ...row }) => ({ ...row, name: isoNameOf(week) }))
}

/** Of the projects that a person takes part in. */
export const takenPartInBy = (personId: string): Prisma.Sql => Prisma.sql`(p.pi_id = ${personId}::uuid OR EXISTS (
  SELECT FROM project_member pm WHERE pm.project_id = p.id AND pm.person_id = ${personId}::uuid))`
