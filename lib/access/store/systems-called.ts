import { decrypt } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { schedule } from '@/lib/platform/jobs'
import { callWithNews, isEnding, leaseLength, mayCall, secretsOf } from '../rules/deliveries'

export const secretPurpose = (systemId: string): string => `access-system:${systemId}`

const open = { acknowledgedAt: null, supersededAt: null } as const

/** The job that tells a system its news runs at this moment: there is one for each system, and a later call moves it. */
export const callAt = (tx: Tx, systemId: string, at: Date): Promise<void> =>
  schedule(tx, { task: 'due:webhook', payload: { system: systemId }, at, key: `webhooks:${systemId}` })

/** Every connected system, under lock until news is in: whoever tells one finds all of its news, and moves no job that they do not know of. */
export async function lockSystems(tx: Tx) {
  await tx.$queryRaw`SELECT 1 FROM access_system WHERE removed_at IS NULL ORDER BY id FOR NO KEY UPDATE`
  const select = { id: true, events: true, nextAt: true } as const
  return tx.accessSystem.findMany({ where: { removedAt: null }, select, orderBy: { id: 'asc' } })
}

/** Has those systems called that there is fresh news for. */
export async function callFresh(
  tx: Tx,
  systems: readonly { readonly id: string; readonly nextAt: Date | null }[],
  news: readonly { readonly systemId: string; readonly kind: string }[],
  now: Date,
): Promise<void> {
  for (const { id, nextAt } of systems) {
    const own = news.filter(({ systemId }) => systemId === id)
    if (own.length === 0) continue
    const at = callWithNews(
      nextAt,
      own.some(({ kind }) => isEnding(kind)),
      now,
    )
    if (nextAt !== null) await tx.accessSystem.update({ where: { id }, data: { nextAt: at }, select: { id: true } })
    await callAt(tx, id, at)
  }
}

/** What is tried next, what ends something before what gives something, each in the order in which it came. */
async function nextDelivery(tx: Tx, systemId: string, now: Date): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM access_delivery
    WHERE system_id = ${systemId}::uuid AND acknowledged_at IS NULL AND superseded_at IS NULL AND next_at <= ${now}
    ORDER BY (kind NOT IN ('grant.suspended', 'grant.withdrawn')), id LIMIT 1`
  return rows[0]?.id ?? null
}

/**
 * Takes the next delivery of a system for one try, so that no other process calls the system meanwhile. Null: nothing is to be tried now;
 * what waits has its job.
 */
export async function takeNext(tx: Tx, systemId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM access_system WHERE id = ${systemId}::uuid FOR NO KEY UPDATE`
  const system = await tx.accessSystem.findUnique({ where: { id: systemId } })
  if (!system || !mayCall(system, now)) {
    if (system?.nextAt && system.nextAt > now) await callAt(tx, systemId, system.nextAt)
    return null
  }
  const id = await nextDelivery(tx, systemId, now)
  if (id === null) {
    const { _min } = await tx.accessDelivery.aggregate({ where: { systemId, ...open }, _min: { nextAt: true } })
    if (_min.nextAt) await callAt(tx, systemId, _min.nextAt)
    return null
  }
  const leasedUntil = new Date(now.getTime() + leaseLength)
  await tx.accessSystem.update({ where: { id: systemId }, data: { leasedUntil }, select: { id: true } })
  const data = { attempts: { increment: 1 } }
  const { body, attempts } = await tx.accessDelivery.update({
    where: { id },
    data,
    select: { body: true, attempts: true },
  })
  const secrets = secretsOf(system, now).map((sealed) => decrypt(sealed, secretPurpose(systemId)))
  return { id, body, number: attempts, url: system.url, secrets }
}

/** Makes everything open of a system due at a moment, also where it was out of reach. */
export async function tryAllOf(tx: Tx, systemId: string, at: Date): Promise<void> {
  await tx.accessSystem.update({ where: { id: systemId }, data: { nextAt: null, faults: 0 }, select: { id: true } })
  await tx.accessDelivery.updateMany({ where: { systemId, ...open }, data: { nextAt: at } })
  await callAt(tx, systemId, at)
}

/** Has every system called for which something is due and that nobody calls: a process was killed in the middle of a try. */
export async function callForgotten(tx: Tx, now: Date): Promise<void> {
  const free = (column: 'nextAt' | 'leasedUntil') => ({ OR: [{ [column]: null }, { [column]: { lte: now } }] })
  const rows = await tx.accessSystem.findMany({
    where: {
      enabled: true,
      removedAt: null,
      AND: [free('nextAt'), free('leasedUntil')],
      deliveries: { some: { ...open, nextAt: { lte: now } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of rows) await callAt(tx, id, now)
}

/** Erases secrets that sign no more. */
export async function forgetFormer(tx: Tx, now: Date): Promise<void> {
  const data = { sealedFormer: null, formerUntil: null }
  await tx.accessSystem.updateMany({ where: { formerUntil: { lte: now } }, data })
}
