import 'server-only'
import { isPerson } from '@/lib/platform/context'
import { decrypt, encrypt } from '@/lib/platform/crypto'
import { limited } from '@/lib/platform/limited'
import { refuse } from '@/lib/platform/refusal'
import { newTotpSecret, totpStep } from '@/lib/platform/totp'
import { happened } from '../events'
import { limits } from '../rules/limits'
import { judgeNewProof } from '../rules/new-proof'
import { judgeRemoval } from '../rules/second-factors'
import { Nothing, TotpCode } from '../schema/credentials'
import { endSessions, proveSession, renewRecoveryCodes } from '../store/credentials'
import { holdsRole, proofsLeft, restRoles } from '../store/people'
import { standingOf } from '../store/sessions'
import { nothingMore, own } from './own'

const wrongCode = () => refuse('platform.invalid', { fields: { code: ['identity.invalid.wrong-code'] } })

/** Begins the enrolment of an authenticator app with a new secret, in place of one never confirmed. Refuses: identity.totp-there, identity.confirm-first. */
export const startTotp = own({
  name: 'identity.start-totp',
  input: Nothing,
  load: async (tx, { person, sessionId }) => ({
    totp: await tx.totpCredential.findUnique({ where: { personId: person.id }, select: { confirmedAt: true } }),
    standing: await standingOf(tx, person.id, sessionId),
  }),
  decide: ({ now }, { person, more: { totp, standing } }) => {
    if (totp?.confirmedAt) return refuse('identity.totp-there')
    const fault = judgeNewProof(standing, now)
    return fault ? refuse(fault, { status: 403 }) : happened.totpStarted(person.id, {})
  },
  apply: async (tx, _, { person, sessionId }, { now }) => {
    const begun = {
      secret: encrypt(newTotpSecret(), `totp:${person.id}`),
      confirmedAt: null,
      lastUsedStep: null,
      sessionId,
      createdAt: now,
    }
    await tx.totpCredential.upsert({
      where: { personId: person.id },
      create: { personId: person.id, ...begun },
      update: begun,
      select: { personId: true },
    })
  },
})

const confirm = own({
  name: 'identity.confirm-totp',
  input: TotpCode,
  load: async (tx, { person, input, sessionId }, { now }) => {
    const where = { personId: person.id, sessionId, confirmedAt: null }
    const totp = await tx.totpCredential.findFirst({ where, select: { secret: true } })
    // Judged here again: a role may have been given since the enrolment was begun.
    const standing = await standingOf(tx, person.id, sessionId)
    if (!totp || judgeNewProof(standing, now)) return { step: null, stale: true }
    return { step: await totpStep(decrypt(totp.secret, `totp:${person.id}`), input.code, now, null), stale: false }
  },
  decide: (_, { person, more }) => {
    if (more.stale) return refuse('identity.totp-not-begun')
    return more.step === null ? wrongCode() : happened.totpConfirmed(person.id, {})
  },
  apply: async (tx, _, { person, more, sessionId }, { now }) => {
    const where = { personId: person.id }
    await tx.totpCredential.update({
      where,
      data: { confirmedAt: now, lastUsedStep: more.step, sessionId: null },
      select: { personId: true },
    })
    await proveSession(tx, sessionId, now)
    await endSessions(tx, person.id, sessionId)
    return renewRecoveryCodes(tx, person.id)
  },
})

const byPerson = (_: unknown, { actor }: { actor: Parameters<typeof isPerson>[0] }) =>
  isPerson(actor) ? [{ limit: limits.device, key: `totp ${actor.id}`, settles: true }] : []

/**
 * Ends the enrolment with a first code. The session counts as proven by a second factor from now on, every other session ends.
 * Gives ten recovery codes, to be shown once. Refuses: platform.invalid for a wrong code, identity.totp-not-begun.
 */
export const confirmTotp = limited(confirm, byPerson)

const remove = own({
  name: 'identity.remove-totp',
  input: TotpCode,
  load: async (tx, { person, input }, { now }) => {
    const where = { personId: person.id, confirmedAt: { not: null } }
    const totp = await tx.totpCredential.findFirst({ where, select: { secret: true, lastUsedStep: true } })
    if (!totp) return null
    const step = await totpStep(decrypt(totp.secret, `totp:${person.id}`), input.code, now, totp.lastUsedStep)
    return {
      step,
      removal: { holdsRole: await holdsRole(tx, person.id), ...(await proofsLeft(tx, person.id, { totp: true })) },
    }
  },
  decide: (_, { person, more: { step, removal } }) => {
    if (step === null) return wrongCode()
    const fault = judgeRemoval(removal)
    return fault ? refuse(fault) : happened.totpRemoved(person.id, {})
  },
  apply: async (tx, _, { person, sessionId, more: { removal } }) => {
    await tx.totpCredential.delete({ where: { personId: person.id }, select: { personId: true } })
    await endSessions(tx, person.id, sessionId)
    if (removal.left === 0) await restRoles(tx, person.id)
  },
})

/**
 * Removes the authenticator app; a fresh code of it shows that its owner asks. Other sessions end. Refuses: platform.invalid for a
 * wrong code, identity.last-second-factor of somebody with a hub role.
 */
export const removeTotp = limited(remove, byPerson)

/** Ten new recovery codes, to be shown once; the old ones are void. Refuses: platform.second-factor unless this session was proven by one. */
export const renewCodes = own({
  name: 'identity.renew-recovery-codes',
  input: Nothing,
  load: nothingMore,
  decide: ({ actor }, { person }) =>
    isPerson(actor) && actor.secondFactor
      ? happened.recoveryCodesRenewed(person.id, {})
      : refuse('platform.second-factor'),
  apply: (tx, _, { person }) => renewRecoveryCodes(tx, person.id),
})
