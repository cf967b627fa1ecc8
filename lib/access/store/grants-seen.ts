import { Prisma } from '@/prisma/generated/client'
import type { Who } from '../rules/roles'

/** The grants that somebody sees: of their requests and projects, of datasets they handle; all for an administrator. */
export function seenBy({ id, holdsHandler, isAdministrator }: Who, now: Date): Prisma.Sql {
  if (isAdministrator) return Prisma.sql`true`
  const handled = Prisma.sql`i.workflow_id IN (SELECT workflow_id FROM access_assignment WHERE ended_at IS NULL AND role = 'handler'
    AND (person_id = ${id}::uuid OR (deputy_id = ${id}::uuid AND away_from <= ${now} AND (away_until IS NULL OR away_until > ${now}))))`
  return Prisma.sql`(EXISTS (SELECT 1 FROM access_member m WHERE m.request_id = g.request_id AND m.person_id = ${id}::uuid)
    OR p.pi_id = ${id}::uuid OR EXISTS (SELECT 1 FROM project_member m WHERE m.project_id = p.id AND m.person_id = ${id}::uuid)
    OR ${holdsHandler ? handled : Prisma.sql`false`})`
}
