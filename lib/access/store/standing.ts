import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { happened } from '../events/requests'
import { reachedBy, type Standing } from '../rules/lifting'
import { grantsOf, type NewBar } from './grants'
import type { RequestRow } from './requests'

/** Whoever suspends people, gives grants to them or makes them members does so one after the other: none is missed. */
export async function lockPeople(tx: Tx, people: readonly string[]): Promise<void> {
  for (const id of [...new Set(people)].toSorted())
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`access-suspended:${id}`}, 0))`
}

/**
 * The suspensions of these people in every request that stand, each with the workflows of these that it reaches: those of grants that it
 * bars already, and those that whoever suspended handles.
 */
export async function standingSuspensions(
  tx: Tx,
  people: readonly string[],
  { items }: Pick<RequestRow, 'items'>,
): Promise<Standing[]> {
  await lockPeople(tx, people)
  const workflows = [...new Set(items.map(({ workflowId }) => workflowId))]
  return tx.$queryRaw<Standing[]>`
    SELECT DISTINCT ON (b.act_id, b.person_id, w.id) b.act_id AS "actId", b.person_id AS "personId", w.id AS "workflowId",
      b.reason, b.by_id AS "byId"
    FROM access_bar b CROSS JOIN unnest(${workflows}::uuid[]) AS w (id)
    WHERE b.kind = 'suspended' AND b.lifted_at IS NULL AND b.person_id = ANY (${[...people]}::uuid[])
      AND (EXISTS (SELECT 1 FROM access_bar o JOIN access_grant g ON g.id = o.grant_id
          JOIN access_item i ON i.request_id = g.request_id AND i.dataset_id = g.dataset_id
          WHERE o.act_id = b.act_id AND i.workflow_id = w.id)
        OR EXISTS (SELECT 1 FROM access_assignment a WHERE a.workflow_id = w.id AND a.person_id = b.by_id AND a.role = 'handler'
          AND a.ended_at IS NULL))`
}

type Given = { readonly id: string; readonly datasetId: string }

/** The bars that these grants have from when they reach these people, and what is said of that in the request's journal. */
export function barredAtOnce(
  request: RequestRow,
  grants: readonly Given[],
  people: readonly string[],
  standing: readonly Standing[],
) {
  const flows = new Map(request.items.map(({ datasetId, workflowId }) => [datasetId, workflowId]))
  const given = grants.map(({ id, datasetId }) => ({ id, workflowId: flows.get(datasetId) ?? '' }))
  const bars: NewBar[] = reachedBy(given, people, standing).map((bar) => ({ ...bar, id: newId(), kind: 'suspended' }))
  const facts = bars.map(({ actId: act, grantId: grant, personId }) =>
    happened.suspensionReached(request, { act, grant, person: personId ?? '' }),
  )
  return { bars, facts }
}

/** What bars the grants that somebody comes to as a new member of a request: a suspension of theirs that stands. */
export async function barredComing(tx: Tx, request: RequestRow, personId: string) {
  const standing = await standingSuspensions(tx, [personId], request)
  const grants = standing.length > 0 ? await grantsOf(tx, request.id) : []
  const running = grants.filter(
    ({ endedAt, bars }) => endedAt === null && !bars.some((bar) => bar.personId === personId),
  )
  return barredAtOnce(request, running, [personId], standing)
}
