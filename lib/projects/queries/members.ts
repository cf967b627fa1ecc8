import 'server-only'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { standingOf } from '../rules/authority'
import { isAbove } from '../rules/granting'
import { ProjectChoice } from '../schema/projects'
import { openAt } from '../store/invitations'
import { namesOf } from '../store/names'
import { type Seen, seenBy } from '../store/reading'
import { signedIn } from './project'

const person = { id: true, name: true, email: true, organisation: true } as const

/** Who takes part, the PI first, each with what they may do for it now. */
async function peopleOf({ project, delegated, personId, standing }: Seen, now: Date) {
  const joined = await db().projectMember.findMany({
    where: { projectId: project.id },
    select: { personId: true, joinedAt: true },
  })
  const since = new Map(joined.map((member) => [member.personId, member.joinedAt]))
  const people = await db().person.findMany({
    where: { id: { in: [...delegated.memberIds] } },
    select: person,
    orderBy: { name: 'asc' },
  })
  const manages = standing.authorities.includes('manage-members')
  const listed = people.map((one) => {
    const { role, authorities } = standingOf(delegated, one.id, now)
    const removable = role !== 'pi' && one.id !== personId && !isAbove(delegated, one.id, personId)
    const isPi = role === 'pi'
    return { ...one, isPi, authorities, joinedAt: since.get(one.id) ?? null, mayRemove: manages && removable }
  })
  return [...listed.filter(({ isPi }) => isPi), ...listed.filter(({ isPi }) => !isPi)]
}

/** Invitations that wait; those to whom they went are known to whoever manages members, and to administrators. */
async function invitationsOf({ project, standing }: Seen, now: Date) {
  if (standing.role !== 'outsider' && !standing.authorities.includes('manage-members')) return []
  const rows = await db().projectInvitation.findMany({
    where: { projectId: project.id, ...openAt(now) },
    select: { id: true, email: true, invitedById: true, createdAt: true, expiresAt: true },
    orderBy: { id: 'asc' },
  })
  const names = await namesOf(rows.map(({ invitedById }) => invitedById))
  return rows.map(({ invitedById, ...row }) => ({ ...row, invitedBy: names.get(invitedById) ?? '' }))
}

async function membersSeen(ctx: Context, seen: Seen) {
  const [people, invitations] = await Promise.all([peopleOf(seen, ctx.now), invitationsOf(seen, ctx.now)])
  return { people, invitations }
}

export type MembersSeen = Awaited<ReturnType<typeof membersSeen>>

/** The members of a project and the invitations that wait. For those who take part and administrators. */
export const projectMembers = query({
  name: 'projects.members',
  input: ProjectChoice,
  scope: signedIn,
  read: async (_, { slug }, ctx) => {
    const seen = await seenBy(ctx, slug)
    return seen && membersSeen(ctx, seen)
  },
})
