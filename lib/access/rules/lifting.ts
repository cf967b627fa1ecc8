type Bar = { readonly id: string; readonly kind: string; readonly personId: string | null }
type Grant<B extends Bar> = { readonly id: string; readonly bars: readonly B[] }

/** What is meant to be lifted: one suspension by its id, or whatever suspends a grant where that is one. */
export type Meant = { readonly grant: string | null; readonly bar: string | null }

/**
 * The one suspension that is meant; `none`: there is no such, `which`: several stand against the grant, of everybody or of one person,
 * and each is lifted by itself.
 */
export function suspensionMeant<B extends Bar>(
  grants: readonly Grant<B>[],
  { grant, bar }: Meant,
): B | 'none' | 'which' {
  const here = grants
    .filter(({ id }) => grant === null || id === grant)
    .flatMap(({ bars }) => bars)
    .filter(({ kind }) => kind === 'suspended')
  const named = bar === null ? (grant === null ? [] : here) : here.filter(({ id }) => id === bar)
  const [first] = named
  if (first === undefined) return 'none'
  return named.length > 1 ? 'which' : first
}

/** A suspension of one person in every request that stands, for grants of a workflow that it reaches. */
export type Standing = {
  readonly actId: string
  readonly personId: string
  readonly workflowId: string
  readonly reason: string
  readonly byId: string
}

type Given = { readonly id: string; readonly workflowId: string }

/** What bars grants from when they reach people: each suspension that stands of one of them, by the act that it is of. */
export const reachedBy = (grants: readonly Given[], people: readonly string[], standing: readonly Standing[]) =>
  grants.flatMap(({ id: grantId, workflowId: of }) =>
    standing
      .filter(({ personId, workflowId }) => workflowId === of && people.includes(personId))
      .map(({ actId, personId, reason, byId }) => ({ actId, grantId, personId, reason, byId })),
  )
