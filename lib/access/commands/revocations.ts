import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Happening } from '@/lib/platform/journal'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import type { Reach } from '../rules/grants'
import { suspensionMeant } from '../rules/lifting'
import { marked } from '../rules/withheld'
import { Lift, Revoke, Suspend } from '../schema/requests'
import { endGrants, grantsOf, insertBars, liftBars, type NewBar } from '../store/grants'
import { barsOfAct, type ReachedGrant, reachedGrants, revokeEmptied } from '../store/reach'
import type { Seen } from '../store/requests'
import { lockPeople } from '../store/standing'
import { settleTurn } from '../store/turns'
import { onRequest } from './on-request'

type Aiming = Seen & { readonly input: { readonly reach: Reach; readonly person: string | null } }

/** The grants that an act reaches and that the actor handles. */
const reached = async (tx: Tx, { request, standing, input: { reach, person } }: Aiming): Promise<ReachedGrant[]> => {
  if (reach === 'person' && person !== null) await lockPeople(tx, [person])
  const aim = { requestId: request.id, projectId: request.projectId, personId: person, reach }
  const all = await reachedGrants(tx, aim)
  return all.filter(({ workflowId }) => standing.handles.includes(workflowId))
}

/** Null, or why an act that names a person (or does not) cannot reach that far. */
function judgeReach({ request, input: { reach, person } }: Aiming): Refusal | null {
  if (reach !== 'person') return null
  const isMember = request.members.some(({ personId }) => personId === person)
  return isMember ? null : refuse('access.not-a-member')
}

type Barring = { reason: string; byId: string; kind: NewBar['kind']; person: string | null; actId: string }

const barsOn = (grants: readonly { id: string }[], { reason, byId, kind, person, actId }: Barring): NewBar[] =>
  grants.map((grant) => ({ id: newId(), actId, grantId: grant.id, personId: person, kind, reason, byId }))

/**
 * Suspends the use of a grant at once, with the reason, until it is lifted: for everybody, for one person in whatever grant, or every
 * grant of the project; as far as the actor handles their datasets. Refuses: access.no-such-grant, access.suspended-already, access.not-a-member.
 */
export const suspendGrant = onRequest({
  verb: 'suspend',
  input: Suspend,
  load: async (tx, on) => ({ reached: await reached(tx, on), grants: await grantsOf(tx, on.request.id) }),
  decide: (_, on) => {
    const { input, actor, more } = on
    const refused = judgeReach(on)
    if (refused) return refused
    const chosen = input.reach === 'grant' ? more.reached.filter(({ id }) => id === input.grant) : more.reached
    if (chosen.length === 0) return refuse('access.no-such-grant')
    const person = input.reach === 'person' ? input.person : null
    const bars = more.grants.find(({ id }) => id === input.grant)?.bars ?? []
    if (bars.some(({ kind, personId }) => kind === 'suspended' && personId === person))
      return refuse('access.suspended-already')
    const actId = newId()
    const barring = { reason: input.reason, byId: actor.id, kind: 'suspended' as const, person, actId }
    const whom = { act: actId, reach: input.reach, ...(person !== null && { person }) }
    const facts = chosen.map(({ id, request, hides }) =>
      marked(happened.suspended(request, { ...whom, grant: id }), hides),
    )
    return { facts, bars: barsOn(chosen, barring) }
  },
  apply: async (tx, { bars }, _, { now }) => {
    await insertBars(tx, bars, now)
    return { grants: bars.map(({ grantId }) => grantId) }
  },
})

type Lifting = Seen & {
  readonly input: { readonly grant: string | null; readonly bar: string | null; readonly whole: boolean }
}

/** The suspension that is meant, the grants of the request, and where the act that it is of stands still. */
async function loadLifting(tx: Tx, { request, standing, input }: Lifting) {
  const grants = await grantsOf(tx, request.id)
  const found = suspensionMeant(grants, input)
  const all = typeof found === 'string' ? [] : await barsOfAct(tx, found.actId)
  const chosen = all.filter(({ id }) => typeof found !== 'string' && (input.whole || id === found.id))
  return { found, chosen, bars: chosen.filter(({ workflowId }) => standing.handles.includes(workflowId)) }
}

/**
 * Lifts one suspension, of everybody or of one person; or the whole act that it is of, on every grant that it reached, as far as the actor
 * handles their datasets. Refuses: access.not-suspended, access.which-suspension, access.not-your-datasets.
 */
export const liftSuspension = onRequest({
  verb: 'lift',
  input: Lift,
  load: loadLifting,
  decide: (_, { actor, more: { found, chosen, bars } }) => {
    if (found === 'which') return refuse('access.which-suspension')
    if (found === 'none' || chosen.length === 0) return refuse('access.not-suspended')
    if (bars.length === 0) return refuse('access.not-your-datasets', { datasets: [] })
    const facts = bars.map(({ grantId: grant, actId: act, personId, request, hides }) =>
      marked(happened.lifted(request, { act, grant, ...(personId !== null && { person: personId }) }), hides),
    )
    return { facts, ids: bars.map(({ id }) => id), byId: actor.id }
  },
  apply: async (tx, { ids, byId }, { more: { bars } }, { now }) => {
    await liftBars(tx, ids, byId, now)
    return { grants: bars.map(({ grantId }) => grantId) }
  },
})

type Taking = Aiming & { readonly input: { readonly grants: readonly string[] } }

/** Of what is reached what is taken: where single grants of the request are named, those. */
const takenOf = ({ input: { reach, grants } }: Taking, reachable: readonly ReachedGrant[]): readonly ReachedGrant[] =>
  reach === 'grant' && grants.length > 0 ? reachable.filter(({ id }) => grants.includes(id)) : reachable

/** What taking away says in the journal: in the stream of each request that it reaches. */
function factsOf(on: Taking, grants: readonly ReachedGrant[]): Happening[] {
  const { reach, person, grants: named } = on.input
  if (reach === 'person')
    return grants.map(({ id, request, hides }) =>
      marked(happened.takenFrom(request, { grant: id, person: person ?? '' }), hides),
    )
  const ended = grants.map(({ id, request, hides }) =>
    marked(happened.grantEnded(request, { grant: id, how: 'revoked', reach }), hides),
  )
  // Of single grants their own ends tell all; the request goes on with the others.
  return reach === 'grant' && named.length > 0 ? ended : [happened.revoked(on.request, { reach }), ...ended]
}

/**
 * Takes away for good, at once, with the reason, as far as it says: what this request granted or some of it, every grant of one person,
 * or every grant of the project; as far as the actor handles their datasets. A request that loses its last grant is revoked, once nothing of it waits. Refuses:
 * access.no-such-grant, access.not-a-member.
 */
export const revokeGrants = onRequest({
  verb: 'revoke',
  input: Revoke,
  load: async (tx, on) => ({
    grants: await reached(tx, on),
    own: await tx.accessGrant.count({ where: { requestId: on.request.id, endedAt: null } }),
  }),
  decide: (_, on) => {
    const { request, input, actor, more } = on
    const refused = judgeReach(on)
    if (refused) return refused
    const grants = takenOf(on, more.grants)
    if (grants.length === 0 || input.grants.some((id) => !more.grants.some((one) => one.id === id)))
      return refuse('access.no-such-grant')
    const here = grants.filter((grant) => grant.request.id === request.id).length
    const waits = request.items.some(({ state }) => state === 'requested')
    const emptied = input.reach !== 'person' && here === more.own && here > 0 && !waits
    const change = emptied ? { state: 'revoked' as const, reason: input.reason } : {}
    return { facts: factsOf(on, grants), change, grants, byId: actor.id }
  },
  apply: async (tx, { grants, byId }, { request, input: { reach, person, reason } }, { now }) => {
    const ids = grants.map(({ id }) => id)
    if (reach === 'person') {
      const barring = { reason, byId, kind: 'revoked' as const, person, actId: newId() }
      await insertBars(tx, barsOn(grants, barring), now)
      return { grants: ids }
    }
    await endGrants(tx, ids, { kind: 'revoked', reason, byId }, now)
    const others = [...new Set(grants.map((grant) => grant.request.id))].filter((id) => id !== request.id)
    await revokeEmptied(tx, others, reason, now)
    for (const id of others) await settleTurn(tx, id, now)
    return { grants: ids }
  },
})
