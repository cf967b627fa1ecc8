import 'server-only'
import { db } from '@/lib/platform/db'
import { retainUntil } from '../rules/grants'
import { countedAt, type RetentionDay } from '../rules/retention'
import { countedSql as counted } from '../store/retention'

type Due = { readonly grant: string; readonly days: RetentionDay }

/** Of which grants' ten years somebody is to be reminded now, the longest due first, a thousand at a time. For reactions only. */
export const retentionRemindersDue = (now: Date): Promise<Due[]> => db().$queryRaw<Due[]>`
  WITH due AS (
    SELECT g.id, ${counted} AS counted,
      CASE WHEN ${counted} <= ${countedAt(0, now)} THEN 0
        WHEN ${counted} <= ${countedAt(30, now)} THEN 30 ELSE 90 END AS days
    FROM access_grant g
    WHERE ${counted} <= ${countedAt(90, now)})
  SELECT id AS grant, days FROM due
  WHERE NOT EXISTS (SELECT 1 FROM access_retention s WHERE s.grant_id = due.id AND s.counted_from = due.counted)
    AND NOT EXISTS (SELECT 1 FROM access_retention_reminder r
      WHERE r.grant_id = due.id AND r.counted_from = due.counted AND r.days <= due.days)
  ORDER BY counted LIMIT 1000`

/** Whose data are kept until when, and who is told of it besides the handlers: the PI and the applicant. For reactions only. */
export async function retentionToTell(id: string) {
  const select = {
    startsAt: true,
    endsAt: true,
    endedAt: true,
    lastUsedAt: true,
    datasetId: true,
    request: { select: { applicantId: true, projectId: true } },
  } as const
  const grant = await db().accessGrant.findUnique({ where: { id }, select })
  if (!grant) return null
  const { projectId, applicantId } = grant.request
  const [dataset, project] = await Promise.all([
    db().dataset.findUniqueOrThrow({ where: { id: grant.datasetId }, select: { slug: true } }),
    db().project.findUniqueOrThrow({ where: { id: projectId }, select: { piId: true } }),
  ])
  return { dataset: dataset.slug, until: retainUntil(grant), people: [project.piId, applicantId] }
}
