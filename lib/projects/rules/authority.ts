/** What a principal investigator can let somebody do in their stead, one by one or all. */
export const authorities = [
  'book-compute',
  'manage-members',
  'request-data',
  'manage-ethics',
  'manage-storage',
  'delegate',
] as const
export type Authority = (typeof authorities)[number]

/** One delegation, as its row says it. `parentId` is the delegation that its grantor held; null: the grantor was the PI, `rootId`. */
export type Grant = {
  readonly id: string
  readonly rootId: string
  readonly parentId: string | null
  readonly grantorId: string
  readonly holderId: string
  readonly authorities: readonly string[]
  readonly from: Date
  readonly until: Date
  readonly revokedAt: Date | null
}

/** What the rules need to know of a project: who leads it, who takes part, and every delegation that was ever given. */
export type Delegated = {
  readonly piId: string
  readonly memberIds: ReadonlySet<string>
  readonly grants: readonly Grant[]
}

const runs = ({ from, until, revokedAt }: Grant, now: Date): boolean =>
  from <= now && now < until && (revokedAt === null || revokedAt > now)

const isAuthority = (value: string): value is Authority => authorities.includes(value as Authority)

/**
 * What a delegation lets its holder do at this moment: the intersection along its chain, while every link is alive, each holder
 * takes part in the project, each link was given by the holder of the one above with the authority to delegate, and the chain
 * begins with who is the PI now. Anything else is nothing.
 */
export function effectiveOf({ piId, memberIds, grants }: Delegated, grant: Grant, now: Date): ReadonlySet<Authority> {
  let left = new Set(grant.authorities.filter(isAuthority))
  const passed = new Set<string>()
  for (let link = grant; ; ) {
    if (!runs(link, now) || !memberIds.has(link.holderId) || link.rootId !== piId || passed.has(link.id))
      return new Set()
    passed.add(link.id)
    if (link.parentId === null) return link.grantorId === piId ? left : new Set()
    const above = grants.find(({ id }) => id === link.parentId)
    if (!above || above.holderId !== link.grantorId || !above.authorities.includes('delegate')) return new Set()
    left = new Set([...left].filter((authority) => above.authorities.includes(authority)))
    link = above
  }
}

/** How somebody stands to a project now. */
export type Standing = {
  readonly role: 'pi' | 'member' | 'outsider'
  /** Every one for the PI; of a member those of their living delegations together. */
  readonly authorities: readonly Authority[]
}

export const outsider: Standing = { role: 'outsider', authorities: [] }

/** How the person stands to the project at this moment, computed anew each time from the rows. */
export function standingOf(project: Delegated, personId: string, now: Date): Standing {
  if (personId === project.piId) return { role: 'pi', authorities }
  if (!project.memberIds.has(personId)) return outsider
  const held = project.grants.filter(({ holderId }) => holderId === personId)
  const all = new Set(held.flatMap((grant) => [...effectiveOf(project, grant, now)]))
  return { role: 'member', authorities: authorities.filter((authority) => all.has(authority)) }
}
