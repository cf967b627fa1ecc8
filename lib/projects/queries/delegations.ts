import 'server-only'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { Authority } from '../rules/authority'
import { mayEnd } from '../rules/granting'
import { lastDayBefore } from '../rules/periods'
import { type Branch, stateOfGrant, treeOf } from '../rules/tree'
import { ProjectChoice } from '../schema/projects'
import { namesOf } from '../store/names'
import { type Seen, seenBy } from '../store/reading'
import { signedIn } from './project'

/** A delegation as people read it: who lets whom do what, from which day until which. */
export type DelegationSeen = {
  readonly id: string
  readonly giver: string
  readonly holder: string
  readonly authorities: readonly Authority[]
  readonly from: string
  readonly until: string
  readonly state: Branch['state']
  readonly mayRevoke: boolean
  readonly branches: readonly DelegationSeen[]
}

type Names = ReadonlyMap<string, string>

const drawn = ({ delegated, personId, standing }: Seen, names: Names) =>
  function draw({ grant, state, authorities, branches }: Branch): DelegationSeen {
    return {
      id: grant.id,
      giver: names.get(grant.grantorId) ?? '',
      holder: names.get(grant.holderId) ?? '',
      authorities,
      from: grant.from.toISOString().slice(0, 10),
      until: lastDayBefore(grant.until),
      state,
      mayRevoke: standing.role !== 'outsider' && mayEnd(delegated, grant, personId),
      branches: branches.map(draw),
    }
  }

/** The latest twenty delegations that have ended, by time, by revocation, or with something above them. */
async function endedOf({ project, delegated }: Seen, now: Date) {
  const rows = await db().delegation.findMany({ where: { projectId: project.id }, orderBy: { id: 'desc' }, take: 200 })
  const ended = rows
    .map((row) => ({ row, state: stateOfGrant(delegated, row, now) }))
    .filter(({ state }) => state !== 'running' && state !== 'to-come')
    .slice(0, 20)
  const names = await namesOf(
    ended.flatMap(({ row }) => [row.grantorId, row.holderId, ...(row.revokedById ? [row.revokedById] : [])]),
  )
  return ended.map(({ row, state }) => ({
    id: row.id,
    giver: names.get(row.grantorId) ?? '',
    holder: names.get(row.holderId) ?? '',
    authorities: row.authorities as Authority[],
    from: row.from.toISOString().slice(0, 10),
    until: lastDayBefore(row.until),
    state,
    endedBy: row.revokedById ? (names.get(row.revokedById) ?? '') : null,
    endedAt: row.revokedAt,
  }))
}

async function delegationsSeen({ now }: Context, seen: Seen) {
  const { delegated, standing, personId } = seen
  const names = await namesOf([...delegated.memberIds, ...delegated.grants.map(({ grantorId }) => grantorId)])
  const others = [...delegated.memberIds].filter((id) => id !== personId && id !== delegated.piId)
  return {
    piName: names.get(delegated.piId) ?? '',
    tree: treeOf(delegated, now).map(drawn(seen, names)),
    ended: await endedOf(seen, now),
    /** What the actor could pass on, and to whom: their own authorities, if they may delegate. */
    own: standing.authorities,
    candidates: others
      .map((id) => ({ id, name: names.get(id) ?? '' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
  }
}

export type DelegationsSeen = Awaited<ReturnType<typeof delegationsSeen>>

/** Who may do what for a project, from whom and until when, as a tree; and what has ended. For those who take part and administrators. */
export const projectDelegations = query({
  name: 'projects.delegations',
  input: ProjectChoice,
  scope: signedIn,
  read: async (_, { slug }, ctx) => {
    const seen = await seenBy(ctx, slug)
    return seen && delegationsSeen(ctx, seen)
  },
})
