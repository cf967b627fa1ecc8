import { doiOf } from '@/lib/catalogue/schema/record'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { callAt, callFresh, lockSystems } from './systems-called'
import { reachOf, type Settled, type Uses } from './uses'

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

/**
 * Puts news into the outbox of every system that wants its kind; what such a system has not acknowledged yet of the same use is
 * overtaken by it. What takes no place of its own overtakes nothing.
 */
export async function tellSystems(tx: Tx, of: Uses, told: readonly Settled[], now: Date): Promise<void> {
  if (told.length === 0) return
  const systems = await lockSystems(tx)
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
    const systemId = { in: wanting.map(({ id }) => id) }
    await tx.accessDelivery.updateMany({
      where: { ...about, systemId, acknowledgedAt: null, supersededAt: null },
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
  await callFresh(tx, systems, rows, now)
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
  await callAt(tx, systemId, now)
  return data.length
}
