import 'server-only'
import { limits } from '@/lib/identity/rules/limits'
import { type Context, isPerson } from '@/lib/platform/context'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { worksOn } from '../rules/works-on'
import { AddMember } from '../schema/requests'
import { verifiersOf } from '../store/ethics'
import { insertBars } from '../store/grants'
import { insertMember } from '../store/members'
import { barredComing } from '../store/standing'
import { onRequest } from './on-request'

/** As mails do, attempts count: nobody finds out by many of them which addresses have accounts. */
const counts = (_: unknown, { actor }: Context) =>
  isPerson(actor)
    ? [{ limit: { ...limits.mailFrom, points: 60 }, key: `access-adding ${actor.id}`, settles: false }]
    : []

/**
 * A handler makes somebody who has an account a member, named by the address that they sign in with; they are told, and so is the
 * applicant. Refuses: access.no-such-account, access.takes-part, access.works-on-it,
 * access.verified-it.
 */
export const addMember = limited(
  onRequest({
    verb: 'add-member',
    input: AddMember,
    load: async (tx, { request, input: { email } }, { now }) => {
      const found = await tx.person.findFirst({ where: { email, deactivatedAt: null }, select: { id: true } })
      const verifiers = await verifiersOf(tx, request, now)
      return { found, verifiers, barred: found && (await barredComing(tx, request, found.id)) }
    },
    decide: (_, on) => {
      const { request, more } = on
      const { found, barred, verifiers } = more
      if (!found) return refuse('access.no-such-account')
      const person = found.id
      if (request.members.some(({ personId }) => personId === person)) return refuse('access.takes-part')
      if (worksOn(on, person)) return refuse('access.works-on-it')
      if (verifiers.includes(person)) return refuse('access.verified-it', { status: 403 })
      return { facts: [happened.memberAdded(request, { person }), ...(barred?.facts ?? [])], person }
    },
    apply: async (tx, { person: personId }, { request, more: { barred } }, { now }) => {
      await insertMember(tx, request.id, personId, now)
      await insertBars(tx, barred?.bars ?? [], now)
      return undefined
    },
  }),
  counts,
)
