import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { readerScope } from '../policy/requests'
import { hubRoles } from '../rules/assignments'
import { peopleNamed } from '../store/details'

type Role = keyof typeof hubRoles

const assignmentsWhere = (where: object) =>
  db().accessAssignment.findMany({
    where: { ...where, endedAt: null },
    select: {
      id: true,
      personId: true,
      deputyId: true,
      role: true,
      awayFrom: true,
      awayUntil: true,
      workflow: { select: { id: true, name: true, isDefault: true } },
    },
    orderBy: [{ workflow: { name: 'asc' } }, { role: 'asc' }],
  })

/** Who could stand in for somebody in each of these roles: whoever holds it and has an open account. */
async function deputiesFor(roles: readonly Role[], own: string) {
  const rows = await db().roleAssignment.findMany({
    where: {
      role: { in: roles.map((role) => hubRoles[role]) },
      personId: { not: own },
      person: { deactivatedAt: null },
    },
    select: { role: true, person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  return (role: Role) => rows.filter((row) => row.role === hubRoles[role]).map(({ person }) => person)
}

/**
 * For which workflows one handles, reviews or decides, whether one is away, who stands in and who could; and for whom one stands in now.
 */
export const ownAssignments = query({
  name: 'access.own-assignments',
  input: z.object({}),
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person: { id } }, _, { now }) => {
    const [own, others] = [
      await assignmentsWhere({ personId: id }),
      await assignmentsWhere({
        deputyId: id,
        awayFrom: { lte: now },
        OR: [{ awayUntil: null }, { awayUntil: { gt: now } }],
      }),
    ]
    const deputies = await deputiesFor([...new Set(own.map(({ role }) => role as Role))], id)
    const names = await peopleNamed(
      db(),
      [...own.map(({ deputyId }) => deputyId), ...others.map(({ personId }) => personId)].flatMap((one) => one ?? []),
    )
    const shown = ({ role, workflow, awayUntil }: (typeof own)[number]) => ({ role: role as Role, workflow, awayUntil })
    return {
      own: own.map((row) => {
        const isAway = row.awayFrom !== null && (row.awayUntil === null || row.awayUntil > now)
        const deputy = row.deputyId && isAway ? { id: row.deputyId, name: names.get(row.deputyId) ?? '' } : null
        return { ...shown(row), isAway, deputy, deputies: deputies(row.role as Role) }
      }),
      standingIn: others.map((row) => ({ ...shown(row), for: names.get(row.personId) ?? '' })),
    }
  },
})

export type OwnAssignments = Awaited<ReturnType<typeof ownAssignments>>
