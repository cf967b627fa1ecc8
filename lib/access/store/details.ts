import type { Tx } from '@/lib/platform/db'
import { closeOutsOf } from './close-outs'

/** What was said, asked and handed in of a request, the oldest first. */
export const detailsOf = async (tx: Tx, requestId: string) => {
  const where = { requestId }
  const orderBy = { id: 'asc' } as const
  const [remarks, tasks, rounds, conditions, attachments, edits, invitations, renewals, extra, closeOuts, given] = [
    await tx.accessRemark.findMany({ where, orderBy }),
    await tx.accessTask.findMany({ where, orderBy }),
    await tx.accessRound.findMany({ where, orderBy }),
    await tx.accessCondition.findMany({ where, orderBy }),
    await tx.accessAttachment.findMany({ where, orderBy, include: { remark: { select: { isPublic: true } } } }),
    await tx.accessEdit.findMany({ where, orderBy: { id: 'desc' }, take: 50 }),
    await tx.accessInvitation.findMany({ where: { ...where, acceptedAt: null, revokedAt: null }, orderBy }),
    await tx.accessRenewal.findMany({ where, orderBy }),
    await tx.accessRequestTerms.findMany({ where, select: { subject: true } }),
    await closeOutsOf(tx, requestId),
    await tx.accessGrant.findMany({ where, select: { createdAt: true } }),
  ]
  return {
    remarks,
    tasks,
    rounds,
    conditions,
    attachments,
    edits,
    invitations,
    renewals,
    extra: extra.map(({ subject }) => subject),
    closeOuts,
    given,
  }
}

export type Details = Awaited<ReturnType<typeof detailsOf>>

/** The names of these people by their ids. */
export async function peopleNamed(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } }
  const people = await tx.person.findMany({ where, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Datasets as a request's page names them. */
export async function datasetsNamed(tx: Tx, ids: readonly string[]) {
  const rows = await tx.dataset.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, state: true, current: { select: { record: true } } },
  })
  const titleOf = (record: unknown) => String((record as { title?: unknown } | undefined)?.title ?? '')
  return new Map(rows.map(({ current, ...row }) => [row.id, { ...row, title: titleOf(current?.record) }]))
}
