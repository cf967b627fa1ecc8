import type { Tx } from '@/lib/platform/db'
import type { NewsKind, ToldUse, Use } from '../rules/use'
import type { Ending } from '../rules/verdict'
import { accessFacts } from './verdicts'

/** A request under lock, as far as its uses go. */
export async function usesOf(tx: Tx, requestId: string) {
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${requestId}::uuid FOR NO KEY UPDATE`
  const select = {
    id: true,
    reference: true,
    projectId: true,
    ethicsApprovalId: true,
    project: { select: { slug: true, startsAt: true, endsAt: true } },
    members: { select: { personId: true } },
    grants: {
      select: { id: true, datasetId: true, startsAt: true, endsAt: true, endedAt: true, uses: true },
      orderBy: { id: 'asc' },
    },
  } as const
  const { project: _, ...plain } = select
  const found = await tx.accessRequest.findUnique({ where: { id: requestId }, select: plain })
  if (!found) return null
  const project = await tx.project.findUniqueOrThrow({ where: { id: found.projectId }, select: select.project.select })
  const ids = [...new Set(found.grants.map(({ datasetId }) => datasetId))]
  const datasets = await tx.dataset.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, state: true },
  })
  return { ...found, project, datasets }
}

export type Uses = NonNullable<Awaited<ReturnType<typeof usesOf>>>
export type UsedGrant = Uses['grants'][number]

/** What the verdict needs of everybody who uses data by the request or was told of it, by person and dataset. */
export async function factsOfUses(tx: Tx, { members, grants, datasets }: Uses, now: Date) {
  const told = grants.flatMap(({ uses }) => uses.map(({ personId }) => personId))
  const people = [...new Set([...members.map(({ personId }) => personId), ...told])].toSorted()
  const facts = new Map<string, Awaited<ReturnType<typeof accessFacts>>>()
  for (const personId of people) facts.set(personId, await accessFacts(tx, personId, datasets, now))
  return facts
}

/** How one use stands now against what was told of it, and what is news in that. */
export type Settled = {
  readonly grant: UsedGrant
  readonly slug: string
  readonly personId: string
  readonly told: ToldUse | null
  readonly use: Use
  readonly news: NewsKind | null
  readonly sequence: number
  /** Whether another grant lets the person use the dataset. */
  readonly mayOtherwise: boolean
  readonly reminds: number | null
  /** What of all that it rests on ends first. */
  readonly ending: Ending
}

/** Keeps how a use stands, as it is told from now on. */
export async function keepUse(tx: Tx, one: Settled, now: Date): Promise<void> {
  const { grant, personId, told, use, sequence, reminds } = one
  const isSameEnd = told?.until?.getTime() === use.until?.getTime()
  const row = { may: use.may, reasons: [...use.reasons], until: use.until, sequence }
  const remindedDays = reminds ?? (isSameEnd ? (told?.remindedDays ?? null) : null)
  await tx.accessUse.upsert({
    where: { grantId_personId: { grantId: grant.id, personId } },
    create: { grantId: grant.id, personId, ...row, remindedDays, since: now },
    update: { ...row, remindedDays, ...(told?.may === use.may ? {} : { since: now }) },
    select: { grantId: true },
  })
}

/** The requests that something may have changed for: those with grants that live, or by which somebody was told that they may. */
export async function requestsTouched(
  tx: Tx,
  { kind, id }: { kind: string; id: string },
  now: Date,
): Promise<string[]> {
  const of = {
    request: { id },
    project: { projectId: id },
    person: {
      OR: [{ members: { some: { personId: id } } }, { grants: { some: { uses: { some: { personId: id } } } } }],
    },
    dataset: { items: { some: { datasetId: id } } },
    everything: {},
  }[kind]
  if (!of) return []
  const lives = { OR: [{ endedAt: null, endsAt: { gt: now } }, { uses: { some: { may: true } } }] }
  const where = kind === 'request' ? { id } : { AND: [of, { grants: { some: lives } }] }
  const rows = await tx.accessRequest.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map((row) => row.id)
}

/** How far the last act reached that took something from a grant, as the journal says it; null: no act did. */
export async function reachOf(tx: Tx, requestId: string, grantId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ reach: string | null }[]>`
    SELECT CASE WHEN type IN ('access.grant-taken-from-person', 'access.suspension-reached') THEN 'person' ELSE data->>'reach' END AS reach
    FROM event WHERE stream = ${`request:${requestId}`} AND data->>'grant' = ${grantId}
      AND type IN ('access.grant-taken-from-person', 'access.grant-suspended', 'access.suspension-reached', 'access.grant-ended')
    ORDER BY seq DESC LIMIT 1`
  return rows[0]?.reach ?? null
}

/** When the next version of terms begins to bind that somebody here has to accept; null: none is published. */
export async function nextTerms(tx: Tx, { id, datasets }: Uses, now: Date): Promise<Date | null> {
  const ids = datasets.map((one) => one.id)
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(binds_from) AS at FROM access_terms WHERE binds_from > ${now} AND (subject = 'standard'
      OR subject = ANY (${ids}::text[]) OR subject IN (SELECT subject FROM access_request_terms WHERE request_id = ${id}::uuid))`
  return rows[0]?.at ?? null
}
