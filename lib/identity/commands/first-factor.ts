import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { happened, type Method } from '../events'
import { deviceMark } from '../store/devices'
import { hasSecondFactor, type PersonRow } from '../store/people'
import { openSession } from '../store/sessions'
import { openTicket } from '../store/tickets'

/**
 * Where a sign-in has got to: a session's token, or a ticket's for the second step. `device` marks the browser as known;
 * `owes`: hub roles rest until a second factor is added.
 */
export type SignedIn =
  | { step: 'done'; token: string; device: string; owes: boolean }
  | { step: 'second-factor'; token: string }

export type FirstFactor = { person: PersonRow; method: Method; proven: boolean; hasSecond: boolean; userAgent: string }

/** What somebody has who proved the first factor; `proven`: by a method that is as good as two. */
export const firstFactorOf = async (
  tx: Tx,
  person: PersonRow,
  how: { method: Method; proven: boolean; userAgent: string },
): Promise<FirstFactor> => ({ person, ...how, hasSecond: await hasSecondFactor(tx, person.id) })

/** After the first factor: in, or on to the second. Whoever has a second factor is never let in without it. */
export const judgeFirstFactor = ({ person, method, proven, hasSecond }: FirstFactor) =>
  proven || !hasSecond
    ? happened.signedIn(person.id, { method, secondFactor: proven, session: newId() })
    : happened.firstFactorPassed(person.id, { method, ticket: newId() })

/** Writes what `judgeFirstFactor` decided. */
export async function admit(
  tx: Tx,
  decided: ReturnType<typeof judgeFirstFactor>,
  { person, method, proven, userAgent }: FirstFactor,
  ctx: Context,
): Promise<SignedIn> {
  if (decided.type === 'identity.first-factor-passed') {
    const ticket = { id: decided.data.ticket, purpose: 'second-factor', personId: person.id, data: { method } } as const
    return { step: 'second-factor', token: await openTicket(tx, ticket, ctx.now) }
  }
  const session = { id: decided.data.session, personId: person.id, method, secondFactor: proven, userAgent }
  const owes = !proven && (await tx.roleAssignment.count({ where: { personId: person.id } })) > 0
  return { step: 'done', token: await openSession(tx, session, ctx.now), device: deviceMark(person.email), owes }
}
