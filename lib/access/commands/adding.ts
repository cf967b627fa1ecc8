import 'server-only'
import { limits } from '@/lib/identity/rules/limits'
import { type Context, isPerson } from '@/lib/platform/context'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { worksOn } from '../rules/works-on'
import { AddMember } from '../schema/requests'
import { verifiersOf } from '../store/ethics'
import { insertMember } from '../store/members'
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
    load: async (tx, { input: { email }, request }, { now }) => ({
      found: await tx.person.findFirst({ where: { email, deactivatedAt: null }, select: { id: true } }),
      verifiers: await verifiersOf(tx, request, now),
    }),
    decide: (_, on) => {
      const {
        request,
        more: { found, verifiers },
      } = on
      if (!found) return refuse('access.no-such-account')
      const person = found.id
      if (request.members.some(({ personId }) => personId === person)) return refuse('access.takes-part')
      if (worksOn(on, person)) return refuse('access.works-on-it')
      if (verifiers.includes(person)) return refuse('access.verified-it', { status: 403 })
      return { facts: [happened.memberAdded(request, { person })], person }
    },
    apply: async (tx, { person: personId }, { request }, { now }) => {
      await insertMember(tx, request.id, personId, now)
      return undefined
    },
  }),
  counts,
)
