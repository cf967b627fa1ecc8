import { type Refusal, refuse } from '@/lib/platform/refusal'
import { type Authority, authorities, type Delegated, effectiveOf, type Grant } from './authority'
import { lastDayBefore } from './periods'

/** A grant and every one above it, up to the root's own; a ring is cut where it closes. */
export function chainOf(grants: readonly Grant[], grant: Grant): readonly Grant[] {
  const chain: Grant[] = []
  let link: Grant | undefined = grant
  while (link && !chain.includes(link)) {
    chain.push(link)
    const above: string | null = link.parentId
    link = above === null ? undefined : grants.find(({ id }) => id === above)
  }
  return chain
}

/** When the whole chain has ended at the latest. */
export const chainUntil = (grants: readonly Grant[], grant: Grant): Date =>
  new Date(Math.min(...chainOf(grants, grant).map(({ until }) => until.getTime())))

export type Wish = {
  readonly holderId: string
  readonly authorities: readonly Authority[]
  readonly from: Date
  readonly until: Date
}

/** What somebody can pass on: the PI everything until the project ends (`grantId` null), a delegate what each delegation that lets them gives. */
type Source = { grantId: string | null; held: ReadonlySet<Authority>; until: Date }

function sourcesOf(delegated: Delegated, giverId: string, projectEnds: Date, now: Date): readonly Source[] {
  if (giverId === delegated.piId) return [{ grantId: null, held: new Set(authorities), until: projectEnds }]
  return delegated.grants
    .filter(({ holderId }) => holderId === giverId)
    .map((grant) => {
      const ends = Math.min(chainUntil(delegated.grants, grant).getTime(), projectEnds.getTime())
      return { grantId: grant.id, held: effectiveOf(delegated, grant, now), until: new Date(ends) }
    })
    .filter(({ held }) => held.has('delegate'))
    .toSorted((a, b) => b.until.getTime() - a.until.getTime())
}

const covers = ({ held }: Source, wish: Wish): boolean => wish.authorities.every((authority) => held.has(authority))

/**
 * From which delegation of the giver (null: from the PI's own authority) the wish is granted, or why it is not: never more, nor
 * longer, than the giver holds; only to somebody else who takes part.
 */
export function judgeGrant(
  delegated: Delegated,
  giverId: string,
  wish: Wish,
  { projectEnds, now }: { projectEnds: Date; now: Date },
): { parentId: string | null } | Refusal {
  if (wish.holderId === giverId) return refuse('projects.own-delegate')
  if (wish.holderId === delegated.piId) return refuse('projects.pi-has-all')
  if (!delegated.memberIds.has(wish.holderId)) return refuse('projects.not-a-member')
  if (wish.until <= now || wish.until <= wish.from) return refuse('projects.delegation-over')
  const sources = sourcesOf(delegated, giverId, projectEnds, now)
  if (sources.length === 0) return refuse('projects.no-authority', { status: 403, authority: 'delegate' })
  const able = sources.filter((source) => covers(source, wish))
  const [longest] = able
  if (!longest) {
    const lacking = wish.authorities.filter((authority) => !sources.some(({ held }) => held.has(authority)))
    return refuse('projects.more-than-own', { authority: lacking.length > 0 ? lacking : [...wish.authorities] })
  }
  if (longest.until < wish.until) return refuse('projects.longer-than-own', { day: lastDayBefore(longest.until) })
  return { parentId: longest.grantId }
}

/** Whether one person stands above another: something that the other holds was given, directly or onward, by the one. */
export const isAbove = (delegated: Delegated, one: string, other: string): boolean =>
  delegated.grants
    .filter(({ holderId }) => holderId === other)
    .some((grant) => chainOf(delegated.grants, grant).some(({ grantorId }) => grantorId === one))

/** Whether the person may end this delegation: the PI any, else whoever gave it or one above it, and its holder, who lays it down. */
export function mayEnd({ piId, memberIds, grants }: Delegated, grant: Grant, personId: string): boolean {
  if (personId === piId) return true
  if (!memberIds.has(personId)) return false
  return grant.holderId === personId || chainOf(grants, grant).some(({ grantorId }) => grantorId === personId)
}
