import 'server-only'
import type { z } from 'zod'
import { command } from '@/lib/platform/command'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { happened, type Method } from '../events'
import { limits } from '../rules/limits'
import { SecondFactorStep } from '../schema/credentials'
import { noteStep, spendRecoveryCode, stepOfCode } from '../store/credentials'
import { deviceMark, knownDevice } from '../store/devices'
import { lockPerson } from '../store/people'
import { openSession } from '../store/sessions'
import { lockTicket, spendTicket } from '../store/tickets'
import type { SignedIn } from './first-factor'

const step = command({
  name: 'identity.confirm-second-factor',
  input: SecondFactorStep,
  load: async (tx, { ticket: token, code, userAgent }, { now }) => {
    const ticket = await lockTicket(tx, token, ['second-factor'], now)
    const person = ticket?.personId ? await lockPerson(tx, ticket.personId) : null
    if (!ticket || !person) return { stale: true } as const
    const timeStep = await stepOfCode(tx, person.id, code, now)
    // A recovery code is spent by the statement that finds it; a refusal later rolls that back.
    const recovered = timeStep === null && code.length > 6 && (await spendRecoveryCode(tx, person.id, code, now))
    return { stale: false, ticket, person, timeStep, recovered, userAgent } as const
  },
  authorize: () => true,
  decide: (_, loaded) => {
    if (loaded.stale || loaded.person.deactivatedAt) return refuse('identity.start-again', { status: 401 })
    if (loaded.timeStep === null && !loaded.recovered) return refuse('identity.wrong-code', { status: 401 })
    const method = loaded.ticket.data.method as Method
    const data = { method, secondFactor: true, session: newId() } as const
    return happened.signedIn(loaded.person.id, loaded.recovered ? { ...data, recoveryCode: true } : data)
  },
  apply: async (tx, { data }, loaded, { now }): Promise<SignedIn> => {
    if (loaded.stale) throw new Error('decided without a ticket')
    const { person, ticket, timeStep, userAgent } = loaded
    await spendTicket(tx, ticket, now)
    if (timeStep !== null) {
      await noteStep(tx, person.id, timeStep)
    }
    const session = { id: data.session, personId: person.id, method: data.method, secondFactor: true, userAgent }
    return { step: 'done', token: await openSession(tx, session, now), device: deviceMark(person.email), owes: false }
  },
})

/** Whose code is being tried, with the mark of a browser they are known by. */
async function ownerOf(ticket: string): Promise<{ id: string; email: string } | null> {
  const found = await db().ticket.findUnique({ where: { tokenHash: fingerprint(ticket) }, select: { personId: true } })
  return found?.personId
    ? db().person.findUnique({ where: { id: found.personId }, select: { id: true, email: true } })
    : null
}

/**
 * The second step of a sign-in: a code of the authenticator app or a recovery code, with the ticket of the first step.
 * Refuses: identity.wrong-code, identity.start-again when the ticket is used or ten minutes old.
 */
export const confirmSecondFactor = limited(step, async ({ ticket, device }: z.output<typeof SecondFactorStep>) => {
  const owner = await ownerOf(ticket)
  const known = owner && knownDevice(device, owner.email)
  return [
    { limit: limits.ticket, key: fingerprint(ticket), settles: false },
    // Counted apart: strangers cannot lock a known browser out, and a mailbox that marks a browser as known guesses no more than they.
    ...(owner ? [{ limit: limits.codes, key: known ? `${owner.id} known` : owner.id, settles: true }] : []),
  ]
})
