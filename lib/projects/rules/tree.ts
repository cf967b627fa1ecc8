import { type Authority, authorities, type Delegated, effectiveOf, type Grant } from './authority'

/** Where a delegation is in its life. `void`: it would run, but something above it ended. */
export type GrantState = 'running' | 'to-come' | 'over' | 'revoked' | 'void'

/** Where a delegation is in its life at this moment. */
export function stateOfGrant(delegated: Delegated, grant: Grant, now: Date): GrantState {
  if (grant.revokedAt !== null && grant.revokedAt <= now) return 'revoked'
  if (grant.until <= now) return 'over'
  if (grant.from > now) return 'to-come'
  return effectiveOf(delegated, grant, now).size > 0 ? 'running' : 'void'
}

export type Branch = {
  readonly grant: Grant
  readonly state: GrantState
  /** What it lets its holder do now, or will when it begins. */
  readonly authorities: readonly Authority[]
  readonly branches: readonly Branch[]
}

/** The delegations that run or are to come, each under the one that it was given from; what has ended is not in it. */
export function treeOf(delegated: Delegated, now: Date): readonly Branch[] {
  const living = delegated.grants.filter((grant) =>
    ['running', 'to-come'].includes(stateOfGrant(delegated, grant, now)),
  )
  const under = (parentId: string | null): readonly Branch[] =>
    living
      .filter((grant) => grant.parentId === parentId && grant.rootId === delegated.piId)
      .map((grant) => ({
        grant,
        state: stateOfGrant(delegated, grant, now),
        authorities: authorities.filter((authority) => grant.authorities.includes(authority)),
        branches: under(grant.id),
      }))
  return under(null)
}
