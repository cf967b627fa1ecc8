import 'server-only'
import { isPerson } from '@/lib/platform/context'
import { decrypt } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { qrPath, totpAddress } from '@/lib/platform/totp'
import { judgeNewProof } from '../rules/new-proof'
import { idleLimit } from '../rules/session-life'
import { isOn, topics } from '../rules/topics'
import { standingOf } from '../store/sessions'
import { ownList, ownQuery } from './own'

/** One's own profile with what identity providers said, and the hub roles with whether they act now. */
export const profile = ownQuery('profile', async (id, { actor }) => {
  const person = await db().person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      orcid: true,
      orcidVouched: true,
      organisation: true,
      department: true,
      language: true,
      revision: true,
      roles: { select: { role: true }, orderBy: { role: 'asc' } },
      identities: {
        select: {
          id: true,
          issuer: true,
          affiliation: true,
          assurance: true,
          homeDomain: true,
          mfaClass: true,
          seenAt: true,
        },
        orderBy: { linkedAt: 'asc' },
      },
    },
  })
  return (
    person && {
      ...person,
      roles: person.roles.map(({ role }) => role),
      rolesAct: isPerson(actor) && actor.secondFactor,
    }
  )
})

/** How one signs in, and whether this session may add a further proof of who one is. No secrets. */
export const security = ownQuery('security', async (id, { actor, now }) => {
  const person = await db().person.findUnique({
    where: { id },
    select: {
      password: { select: { changedAt: true } },
      totp: { select: { confirmedAt: true, sessionId: true } },
      passkeys: { select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: { createdAt: 'asc' } },
      identities: { select: { id: true, issuer: true, homeDomain: true, seenAt: true }, orderBy: { linkedAt: 'asc' } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  if (!person) return null
  const { password, totp, _count, ...rest } = person
  const sessionId = isPerson(actor) ? actor.sessionId : null
  return {
    ...rest,
    passwordChangedAt: password?.changedAt ?? null,
    totpSince: totp?.confirmedAt ?? null,
    codesLeft: _count.recoveryCodes,
    enrolling: totp !== null && totp.confirmedAt === null && totp.sessionId === sessionId,
    mayAdd: judgeNewProof(await standingOf(db(), id, sessionId), now) === null,
  }
})

/** One's own passkeys, twenty at most; what they are checked against stays here. */
export const passkeys = ownQuery('passkeys', (personId) =>
  db().passkey.findMany({
    where: { personId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: 'asc' },
  }),
)

/** The enrolment that this session began and that waits for its first code: secret and QR picture. Once confirmed nobody reads it again. */
export const totpEnrolment = ownQuery('totp-enrolment', async (personId, { actor }) => {
  if (!isPerson(actor) || actor.scopes !== null) return null
  const totp = await db().totpCredential.findUnique({
    where: { personId, confirmedAt: null, sessionId: actor.sessionId },
    select: { secret: true, person: { select: { email: true } } },
  })
  if (!totp) return null
  const secret = decrypt(totp.secret, `totp:${personId}`)
  return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), picture: qrPath(totpAddress(secret, totp.person.email)) }
})

/** One's own living sessions, the latest begun first. */
export const sessions = ownList('sessions', async (part, { actor, now }) => {
  const idleSince = new Date(now.getTime() - idleLimit)
  const rows = await db().session.findMany({
    ...part,
    where: { ...part.where, expiresAt: { gt: now }, seenAt: { gt: idleSince } },
    select: { id: true, method: true, secondFactorAt: true, userAgent: true, createdAt: true, seenAt: true },
  })
  return rows.map(({ secondFactorAt, ...row }) => ({
    ...row,
    secondFactor: secondFactorAt !== null,
    current: isPerson(actor) && row.id === actor.sessionId,
  }))
})

/** One's own SSH keys. */
export const sshKeys = ownQuery('ssh-keys', (personId) =>
  db().sshKey.findMany({
    where: { personId },
    select: { id: true, name: true, type: true, bits: true, fingerprint: true, publicKey: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  }),
)

/** One's own API tokens, the newest first, without their text. */
export const tokens = ownList('tokens', (part) =>
  db().apiToken.findMany({
    ...part,
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
    },
  }),
)

/** What one is written to about. */
export const notifications = ownQuery('notifications', async (personId) => {
  const settings = await db().notificationSetting.findMany({
    where: { personId },
    select: { topic: true, enabled: true },
  })
  return topics.filter((topic) => isOn(topic, settings))
})
