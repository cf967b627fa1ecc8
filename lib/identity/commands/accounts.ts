import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayAdminister } from '../policy'
import { judgeClosing } from '../rules/administration'
import { AccountDecision, Invitation } from '../schema/people'
import { endSessions, weakenTokens } from '../store/credentials'
import { hasSecondFactor, lockEmail, lockPerson } from '../store/people'
import { activeAdministrators, lockAdministrators, saveAccountChange } from '../store/roles'
import { openTicket, voidTickets } from '../store/tickets'

async function loadAccount(tx: Tx, { person: id, reason }: { person: string; reason: string }) {
  await lockAdministrators(tx)
  const person = await lockPerson(tx, id)
  return person && { person, reason, change: newId(), administrators: await activeAdministrators(tx) }
}

/** Closes somebody's account: sessions and tokens end at once, nothing is deleted. Refuses: identity.own-role, identity.last-administrator, identity.already-deactivated. */
export const deactivatePerson = command({
  name: 'identity.deactivate-person',
  input: AccountDecision,
  load: (tx, input) => loadAccount(tx, input),
  authorize: ({ actor }) => mayAdminister(actor),
  decide: ({ actor }, { person, administrators, change }) => {
    const own = isPerson(actor) && actor.id === person.id
    const refusal = judgeClosing({ own, person: person.id, administrators, active: person.deactivatedAt === null })
    return refusal ? refuse(refusal) : happened.deactivated(person.id, { change })
  },
  apply: async (tx, { data }, { person, reason }, { actor, now }) => {
    await tx.person.update({ where: { id: person.id }, data: { deactivatedAt: now }, select: { id: true } })
    await tx.apiToken.updateMany({ where: { personId: person.id, revokedAt: null }, data: { revokedAt: now } })
    await endSessions(tx, person.id, null)
    await voidTickets(tx, person, now)
    await saveAccountChange(tx, { id: data.change, personId: person.id, action: 'deactivated', reason }, actor, now)
  },
})

/** Opens a closed account again; tokens stay revoked. Refuses: identity.not-deactivated. */
export const reactivatePerson = command({
  name: 'identity.reactivate-person',
  input: AccountDecision,
  load: (tx, input) => loadAccount(tx, input),
  authorize: ({ actor }) => mayAdminister(actor),
  decide: (_, { person, change }) =>
    person.deactivatedAt ? happened.reactivated(person.id, { change }) : refuse('identity.not-deactivated'),
  apply: async (tx, { data }, { person, reason }, { actor, now }) => {
    await tx.person.update({ where: { id: person.id }, data: { deactivatedAt: null }, select: { id: true } })
    await saveAccountChange(tx, { id: data.change, personId: person.id, action: 'reactivated', reason }, actor, now)
  },
})

/** Removes every second factor of somebody who lost theirs; their sessions end. Refuses: identity.own-role, identity.no-second-factor. */
export const resetSecondFactors = command({
  name: 'identity.reset-second-factors',
  input: AccountDecision,
  load: async (tx, input) => {
    const loaded = await loadAccount(tx, input)
    return loaded && { ...loaded, some: await hasSecondFactor(tx, loaded.person.id) }
  },
  authorize: ({ actor }) => mayAdminister(actor),
  decide: ({ actor }, { person, change, some }) => {
    if (isPerson(actor) && actor.id === person.id) return refuse('identity.own-role')
    return some ? happened.secondFactorsReset(person.id, { change }) : refuse('identity.no-second-factor')
  },
  apply: async (tx, { data }, { person, reason }, { actor, now }) => {
    const where = { personId: person.id }
    await tx.totpCredential.deleteMany({ where })
    await tx.passkey.deleteMany({ where })
    await tx.recoveryCode.deleteMany({ where })
    await weakenTokens(tx, person.id)
    await endSessions(tx, person.id, null)
    await saveAccountChange(tx, { id: data.change, ...where, action: 'second-factors-reset', reason }, actor, now)
  },
})

/** Makes an account for somebody and a link to set its password, which a reaction mails. Gives id and link's token. Refuses: identity.email-taken. */
export const invitePerson = command({
  name: 'identity.invite-person',
  input: Invitation,
  load: async (tx, input) => {
    await lockEmail(tx, input.email)
    const taken = await tx.person.count({ where: { email: input.email } })
    return { taken: taken > 0, person: { id: newId(), ...input }, ticket: newId() }
  },
  authorize: ({ actor }) => mayAdminister(actor),
  decide: (_, { taken, person, ticket }) =>
    taken ? refuse('identity.email-taken') : happened.invited(person.id, { ticket }),
  apply: async (tx, _, { person, ticket }, { now }) => {
    await tx.person.create({ data: { ...person, createdAt: now }, select: { id: true } })
    const token = await openTicket(tx, { id: ticket, purpose: 'invite', personId: person.id, data: {} }, now)
    return { id: person.id, token }
  },
})
