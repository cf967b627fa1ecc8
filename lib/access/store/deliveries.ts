import { doiOf } from '@/lib/catalogue/schema/record'
import { decrypt } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { isToTry, leaseLength } from '../rules/deliveries'
import { reachOf, type Settled, type Uses } from './uses'

export const secretPurpose = (systemId: string): string => `access-system:${systemId}`

/** Makes jobs that try these deliveries from a moment on; all of them in one queue, so that a slow system holds up no mail. */
async function enqueue(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.$queryRaw`SELECT count(graphile_worker.add_job('due:webhook', json_build_object('delivery', id), queue_name => 'webhooks',
    run_at => ${at}::timestamptz, job_key => 'webhook:' || id, max_attempts => 32767)) FROM unnest(${[...ids]}::text[]) AS id`
}

/** What a system is told of one use, as text. */
type News = {
  readonly kind: string
  readonly sequence: number
  readonly grant: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }
  readonly request: { readonly id: string; readonly reference: string; readonly project: string }
  readonly slug: string
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly until: Date | null
  readonly reasons: readonly string[]
  readonly reach: string | null
  readonly mayOtherwise: boolean
}

const bodyOf = ({ kind, grant, request, slug, person, until, ...news }: News, now: Date): string =>
  JSON.stringify({
    type: kind,
    timestamp: now.toISOString(),
    data: {
      grant: grant.id,
      sequence: news.sequence,
      may: until !== null,
      mayOtherwise: news.mayOtherwise,
      application: request.id,
      reference: request.reference,
      project: request.project,
      resource: doiOf(slug),
      dataset: slug,
      user: { userid: person.id, name: person.name, email: person.email },
      mail: person.email,
      start: grant.startsAt.toISOString(),
      end: (until ?? (now < grant.endsAt ? now : grant.endsAt)).toISOString(),
      reasons: news.reasons,
      reach: news.reach,
    },
  })

/** Puts news into the outbox of every system that wants its kind; what was not acknowledged yet of the same use is overtaken by it. */
export async function tellSystems(tx: Tx, of: Uses, told: readonly Settled[], now: Date): Promise<void> {
  if (told.length === 0) return
  const select = { id: true, events: true } as const
  const systems = await tx.accessSystem.findMany({ where: { removedAt: null }, select, orderBy: { id: 'asc' } })
  if (systems.length === 0) return
  const ids = [...new Set(told.map(({ personId }) => personId))]
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true },
  })
  const rows = []
  for (const { grant, personId, news, use, sequence, slug, mayOtherwise } of told) {
    const person = people.find(({ id }) => id === personId)
    const wanting = systems.filter(({ events }) => news !== null && events.includes(news))
    if (!person || news === null) continue
    const reach = use.may ? null : await reachOf(tx, of.id, grant.id)
    const request = { id: of.id, reference: of.reference, project: of.project.slug }
    const { until, reasons } = use
    const body = bodyOf(
      { kind: news, sequence, grant, request, slug, person, until, reasons, reach, mayOtherwise },
      now,
    )
    const about = { grantId: grant.id, personId }
    await tx.accessDelivery.updateMany({
      where: { ...about, acknowledgedAt: null, supersededAt: null },
      data: { supersededAt: now },
    })
    rows.push(
      ...wanting.map(({ id: systemId }) => ({
        ...about,
        id: newId(),
        systemId,
        sequence,
        kind: news,
        body,
        createdAt: now,
        nextAt: now,
      })),
    )
  }
  await tx.accessDelivery.createMany({ data: rows })
  await enqueue(
    tx,
    rows.map(({ id }) => id),
    now,
  )
}

type Standing = {
  grantId: string
  startsAt: Date
  endsAt: Date
  requestId: string
  reference: string
  project: string
  slug: string
  personId: string
  name: string
  email: string
  until: Date
  sequence: number
}

/** Tells a new system what stands already: every use that is allowed now. Gives how many. */
export async function tellWhatStands(tx: Tx, systemId: string, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<Standing[]>`
    SELECT u.grant_id AS "grantId", g.starts_at AS "startsAt", g.ends_at AS "endsAt", r.id AS "requestId", r.reference,
      p.slug AS project, d.slug, u.person_id AS "personId", h.name, h.email, u.until, u.sequence
    FROM access_use u JOIN access_grant g ON g.id = u.grant_id JOIN access_request r ON r.id = g.request_id
    JOIN project p ON p.id = r.project_id JOIN dataset d ON d.id = g.dataset_id JOIN person h ON h.id = u.person_id
    WHERE u.may ORDER BY u.grant_id, u.person_id`
  const data = rows.map(({ grantId, personId, sequence, startsAt, endsAt, requestId, ...row }) => ({
    id: newId(),
    systemId,
    grantId,
    personId,
    sequence,
    kind: 'grant.given',
    body: bodyOf(
      {
        kind: 'grant.given',
        sequence,
        grant: { id: grantId, startsAt, endsAt },
        request: { id: requestId, reference: row.reference, project: row.project },
        slug: row.slug,
        person: { id: personId, name: row.name, email: row.email },
        until: row.until,
        reasons: [],
        reach: null,
        mayOtherwise: true,
      },
      now,
    ),
    createdAt: now,
    nextAt: now,
  }))
  await tx.accessDelivery.createMany({ data })
  await enqueue(
    tx,
    data.map(({ id }) => id),
    now,
  )
  return data.length
}

const columns = {
  id: true,
  systemId: true,
  grantId: true,
  personId: true,
  kind: true,
  body: true,
  attempts: true,
  acknowledgedAt: true,
  supersededAt: true,
  nextAt: true,
  leasedUntil: true,
  system: { select: { id: true, url: true, sealedSecret: true, enabled: true, removedAt: true } },
} as const

/** A delivery under lock, with its system. */
export async function lockDelivery(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM access_delivery WHERE id = ${id}::uuid FOR UPDATE`
  return tx.accessDelivery.findUnique({ where: { id }, select: columns })
}

/** Takes a delivery for one try, so that no other process tries it meanwhile; null: it is not to be tried now. */
export async function leaseDelivery(tx: Tx, id: string, now: Date) {
  const found = await lockDelivery(tx, id)
  if (!found || !isToTry(found, now)) return null
  const leasedUntil = new Date(now.getTime() + leaseLength)
  await tx.accessDelivery.update({
    where: { id },
    data: { leasedUntil, attempts: { increment: 1 } },
    select: { id: true },
  })
  const { systemId, body, attempts, system } = found
  return {
    id,
    body,
    number: attempts + 1,
    url: system.url,
    secret: decrypt(system.sealedSecret, secretPurpose(systemId)),
  }
}

/** Tries a delivery at a moment: as soon as its lease has ended where a try still runs. */
export async function tryAt(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.accessDelivery.update({ where: { id }, data: { nextAt: at, leasedUntil: null }, select: { id: true } })
  await enqueue(tx, [id], at)
}

type Try = {
  readonly delivery: string
  readonly number: number
  readonly status: number | null
  readonly fault: string | null
  readonly answer: string
  readonly milliseconds: number
  readonly acknowledged: boolean
}

/** Keeps one try; a status that acknowledges nothing is a fault of its own. */
export async function keepTry(tx: Tx, { delivery: id, acknowledged, ...one }: Try, now: Date): Promise<void> {
  const fault = acknowledged ? null : (one.fault ?? 'status')
  const row = { ...one, fault, deliveryId: id, at: now }
  await tx.accessAttempt.createMany({ data: [row], skipDuplicates: true })
  const data = { leasedUntil: null, ...(acknowledged && { acknowledgedAt: now }) }
  await tx.accessDelivery.update({ where: { id }, data, select: { id: true } })
}

/** Makes every open delivery of a system due again: it has been switched on. */
export async function tryAllOf(tx: Tx, systemId: string, at: Date): Promise<void> {
  const where = { systemId, acknowledgedAt: null, supersededAt: null }
  await tx.accessDelivery.updateMany({ where, data: { nextAt: at } })
  const rows = await tx.accessDelivery.findMany({ where, select: { id: true } })
  await enqueue(
    tx,
    rows.map(({ id }) => id),
    at,
  )
}

/** Makes jobs for deliveries whose time has passed without one: a process was killed in the middle of a try. */
export async function enqueueForgotten(tx: Tx, now: Date): Promise<void> {
  const quiet = new Date(now.getTime() - 2 * leaseLength)
  const rows = await tx.accessDelivery.findMany({
    where: {
      acknowledgedAt: null,
      supersededAt: null,
      nextAt: { lt: quiet },
      OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }],
      system: { enabled: true, removedAt: null },
    },
    select: { id: true },
    take: 1000,
  })
  await enqueue(
    tx,
    rows.map(({ id }) => id),
    now,
  )
}
