import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Organisation, writeOrganisation } from '../rules/organisation'
import { afterDay, startOf } from '../rules/periods'
import type { ApplyForProject } from '../schema/applications'

/** How many applications of this person wait for an answer, with the person's applications held. */
export async function countWaiting(tx: Tx, personId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('applications:' || ${personId}, 0))`
  return tx.projectApplication.count({ where: { applicantId: personId, state: 'submitted' } })
}

/** An organisation as its two columns. */
const columnsOf = ({ name, ror }: Organisation) => ({ institutionName: name, institution: ror })

export async function insertApplication(tx: Tx, id: string, applicantId: string, wish: ApplyForProject, now: Date) {
  const { institution, partners, startsOn, endsOn, department, needs, ...words } = wish
  const data = {
    ...words,
    ...columnsOf(institution),
    id,
    applicantId,
    department: department ?? '',
    needs: needs ?? '',
    partners: partners.map(writeOrganisation),
    startsAt: startOf(startsOn),
    endsAt: afterDay(endsOn),
    state: 'submitted',
    createdAt: now,
  }
  await tx.projectApplication.create({ data, select: { id: true } })
}

/** An application under lock; null when there is none. */
export async function lockApplication(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM project_application WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.projectApplication.findUnique({ where: { id } })
}

export type Application = NonNullable<Awaited<ReturnType<typeof lockApplication>>>

type Answer = { state: 'approved' | 'declined' | 'withdrawn'; reason: string | null; projectId: string | null }

export async function closeApplication(tx: Tx, ctx: Context, id: string, answer: Answer): Promise<void> {
  const decidedById = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const data = { ...answer, decidedById, decidedAt: ctx.now, revision: { increment: 1 } }
  await tx.projectApplication.update({ where: { id }, data, select: { id: true } })
}
