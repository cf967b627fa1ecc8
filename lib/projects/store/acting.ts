import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Grant, type Standing, standingOf } from '../rules/authority'
import type { ProjectType } from '../rules/types'

/** A project that somebody takes part in, as other modules need it to say what they may do for it. */
export type ActingProject = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly type: ProjectType
  readonly piId: string
  readonly piName: string
  readonly institutionName: string
  readonly hiddenOnSheet: boolean
  readonly startsAt: Date
  readonly endsAt: Date
  /** GPU weeks. */
  readonly gpuBudget: number
  readonly membersConfirmedAt: Date
  readonly standing: Standing
}

type Row = Omit<ActingProject, 'standing'> & { memberIds: string[]; grants: Dated[] }
type Dated = Omit<Grant, 'from' | 'until' | 'revokedAt'> & { from: string; until: string }

const grantOf = ({ from, until, ...grant }: Dated): Grant => ({
  ...grant,
  from: new Date(from),
  until: new Date(until),
  revokedAt: null,
})

/**
 * Every active project that the person takes part in, in order of name, with how they stand to it at this moment: one statement.
 * A project is active from its approval; whether it has begun or is over is told by `startsAt` and `endsAt` (rules/periods, `lifeOf`).
 */
export async function actingProjectsOf(tx: Tx, personId: string, now: Date): Promise<ActingProject[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.slug, p.name, p.type, p.pi_id AS "piId", pi.name AS "piName", p.institution_name AS "institutionName",
      p.hidden_on_sheet AS "hiddenOnSheet", p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.gpu_budget AS "gpuBudget",
      p.members_confirmed_at AS "membersConfirmedAt",
      ARRAY(SELECT m.person_id::text FROM project_member m WHERE m.project_id = p.id) AS "memberIds",
      coalesce((SELECT json_agg(json_build_object('id', d.id, 'rootId', d.root_id, 'parentId', d.parent_id,
          'grantorId', d.grantor_id, 'holderId', d.holder_id, 'authorities', d.authorities, 'from', d.starts_at, 'until', d.ends_at))
        FROM delegation d WHERE d.project_id = p.id AND d.root_id = p.pi_id AND d.revoked_at IS NULL), '[]'::json) AS grants
    FROM project p JOIN person pi ON pi.id = p.pi_id
    WHERE p.state = 'active' AND (p.pi_id = ${personId}::uuid
      OR p.id IN (SELECT project_id FROM project_member WHERE person_id = ${personId}::uuid))
    ORDER BY p.name, p.id`
  return rows.map(({ memberIds, grants, ...project }) => {
    const delegated = { piId: project.piId, memberIds: new Set(memberIds), grants: grants.map(grantOf) }
    return { ...project, standing: standingOf(delegated, personId, now) }
  })
}
