import 'server-only'
import { randomBytes } from 'node:crypto'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { encrypt } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isCallable, ownReach } from '@/lib/platform/outgoing'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/systems'
import { mayKeepSystems } from '../policy/systems'
import { overlap } from '../rules/deliveries'
import { EditSystem, OneSystem, RegisterSystem, RenewSecret } from '../schema/systems'
import { tellWhatStands } from '../store/deliveries'
import { secretPurpose, tryAllOf } from '../store/systems-called'

const atMost = 50
const noFormer = { sealedFormer: null, formerUntil: null } as const

/** The systems under one lock, and what stands of the one that is meant. */
async function load(tx: Tx, id: string | null, name: string | null) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('access-systems', 0))`
  const living = await tx.accessSystem.findMany({
    where: { removedAt: null },
    select: { id: true, name: true, revision: true, enabled: true },
  })
  const found = living.find((one) => one.id === id) ?? null
  return { found, count: living.length, nameTaken: living.some((one) => one.name === name && one.id !== id) }
}

/** A new secret in the form of Standard Webhooks. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const judgeAddress = (url: string): Refusal | null =>
  isCallable(url, ownReach()) ? null : refuse('platform.invalid', { fields: { url: ['access.invalid.address'] } })

/**
 * Connects a system: it is told of grants from now on, and at once of what stands already. Its secret is given this once. Refuses:
 * access.system-name-taken, access.too-many-systems.
 */
export const registerSystem = command({
  name: 'access.register-system',
  input: RegisterSystem,
  load: async (tx, { name }) => ({
    ...(await load(tx, null, name)),
    standing: await tx.accessUse.count({ where: { may: true } }),
  }),
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: ({ actor }, { nameTaken, count, standing }, input) => {
    const refused = judgeAddress(input.url)
    if (refused) return refused
    if (nameTaken) return refuse('access.system-name-taken')
    if (count >= atMost) return refuse('access.too-many-systems', { limit: atMost })
    const told = input.events.includes('grant.given') ? standing : 0
    const row = { ...input, createdById: isPerson(actor) ? actor.id : null }
    return { ...happened.systemRegistered(newId(), { standing: told }), row }
  },
  apply: async (tx, { subjectId: id, row }, _, { now }) => {
    const token = newSecret()
    const sealedSecret = encrypt(token, secretPurpose(id))
    await tx.accessSystem.create({ data: { ...row, id, sealedSecret, enabled: true, createdAt: now } })
    if (row.events.includes('grant.given')) await tellWhatStands(tx, id, now)
    return { id, revision: 1, token }
  },
})

/**
 * Changes what a system is called, where it is and what it is told; switches it off or on. While it is off, news waits for it. Refuses:
 * access.moved-on, access.system-name-taken.
 */
export const editSystem = command({
  name: 'access.edit-system',
  input: EditSystem,
  load: (tx, { system, name }) => load(tx, system, name),
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: (_, { found, nameTaken }, { system, expectedRevision, ...row }) => {
    if (!found) return notFound()
    if (found.revision !== expectedRevision)
      return refuse('access.moved-on', { expected: expectedRevision, revision: found.revision })
    if (nameTaken) return refuse('access.system-name-taken')
    const refused = judgeAddress(row.url)
    if (refused) return refused
    const revision = found.revision + 1
    return { ...happened.systemEdited(system, { revision, enabled: row.enabled ? 'yes' : 'no' }), row }
  },
  apply: async (tx, { subjectId: id, row, data: { revision } }, _, { now }) => {
    await tx.accessSystem.update({ where: { id }, data: { ...row, revision }, select: { id: true } })
    // Another address may be the cure: what waits is tried at once.
    if (row.enabled) await tryAllOf(tx, id, now)
    return { id, revision }
  },
})

/**
 * Gives a system another secret, shown this once. What is sent is signed with it from now on, and for a day with the one before as well,
 * unless that is withdrawn. What waits is tried at once.
 */
export const renewSecret = command({
  name: 'access.renew-system-secret',
  input: RenewSecret,
  load: (tx, { system }) => load(tx, system, null),
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: (_, { found }, { system, withdraw }) =>
    found ? happened.secretRenewed(system, { former: withdraw ? 'withdrawn' : 'signs' }) : notFound(),
  apply: async (tx, { subjectId: id, data: { former } }, { found }, { now }) => {
    const token = newSecret()
    const { sealedSecret: before } = await tx.accessSystem.findUniqueOrThrow({ where: { id } })
    const kept =
      former === 'signs' ? { sealedFormer: before, formerUntil: new Date(now.getTime() + overlap) } : noFormer
    const data = { sealedSecret: encrypt(token, secretPurpose(id)), ...kept }
    await tx.accessSystem.update({ where: { id }, data, select: { id: true } })
    if (found?.enabled) await tryAllOf(tx, id, now)
    return { id, token }
  },
})

/** Disconnects a system for good: it is told nothing more, and what it has not acknowledged waits for it no longer. */
export const removeSystem = command({
  name: 'access.remove-system',
  input: OneSystem,
  load: (tx, { system }) => load(tx, system, null),
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: (_, { found }, { system }) => (found ? happened.systemRemoved(system, {}) : notFound()),
  apply: async (tx, { subjectId: id }, _, { now }) => {
    const data = { removedAt: now, enabled: false, sealedSecret: '', ...noFormer }
    await tx.accessSystem.update({ where: { id }, data, select: { id: true } })
    return { id }
  },
})
