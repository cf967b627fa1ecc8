import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { type Actor, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { mayKeepWorkflows } from '../policy/requests'
import { type Assignment, holding } from '../rules/assignments'
import { formOfRequests } from '../rules/forms-standard'
import { peopleNamed } from '../store/details'
import { holdersAmong } from '../store/holders'

/** Hub administrators; to everybody else there is no such thing. */
function keepers(actor: Actor): 'all' | Refusal {
  const permission = mayKeepWorkflows(actor)
  if (isRefusal(permission)) return permission
  return permission && isPerson(actor) ? 'all' : notFound()
}

/** Every workflow with its datasets and who is assigned to it, the default one first. For hub administrators. */
export const workflows = query({
  name: 'access.workflows',
  input: z.object({}),
  scope: ({ actor }) => keepers(actor),
  read: async () => {
    const rows = await db().accessWorkflow.findMany({
      include: {
        datasets: { select: { datasetId: true } },
        form: { select: { slug: true } },
        assignments: { where: { endedAt: null }, orderBy: { id: 'asc' } },
        processing: {
          where: { retiredAt: null },
          select: { id: true, nameEn: true, nameSv: true },
          orderBy: { position: 'asc' },
        },
      },
      orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
    })
    const slugs = await db().dataset.findMany({
      where: { id: { in: rows.flatMap(({ datasets }) => datasets.map(({ datasetId }) => datasetId)) } },
      select: { id: true, slug: true },
    })
    const slugOf = new Map(slugs.map(({ id, slug }) => [id, slug]))
    const people = rows.flatMap(({ assignments }) => assignments.flatMap((one) => [one.personId, one.deputyId ?? '']))
    const holders = await holdersAmong(
      db(),
      rows.flatMap(({ assignments }) => assignments.map(({ personId }) => personId)),
    )
    const names = await peopleNamed(
      db(),
      people.filter((id) => id !== ''),
    )
    return rows.map(({ datasets, assignments, processing, form, formId: _, ...workflow }) => ({
      ...workflow,
      /** The address of the form that requests for its datasets are made with. */
      form: form?.slug ?? formOfRequests,
      processing: processing.map(({ id, nameEn, nameSv }) => ({ id, en: nameEn, sv: nameSv })),
      datasets: datasets.map(({ datasetId }) => slugOf.get(datasetId) ?? '').toSorted(),
      assignments: assignments.map(({ personId, deputyId, role, awayUntil }) => ({
        personId,
        name: names.get(personId) ?? '',
        role,
        /** Without the hub role that it takes the assignment counts for nothing. */
        holdsRole: holders.has(holding(role as Assignment['role'], personId)),
        awayUntil,
        deputy: deputyId === null ? null : (names.get(deputyId) ?? ''),
      })),
    }))
  },
})

export type Workflows = Awaited<ReturnType<typeof workflows>>

const hubRoles = { 'request-handler': 'handler', reviewer: 'reviewer', decider: 'decider' } as const

/** Who can be assigned, as what: everybody with an open account who holds one of the hub roles that it takes. For hub administrators. */
export const workflowCandidates = query({
  name: 'access.workflow-candidates',
  input: z.object({}),
  scope: ({ actor }) => keepers(actor),
  read: async () => {
    const rows = await db().roleAssignment.findMany({
      where: { role: { in: Object.keys(hubRoles) }, person: { deactivatedAt: null } },
      select: { role: true, person: { select: { id: true, name: true } } },
      orderBy: { person: { name: 'asc' } },
    })
    return rows.map(({ role, person }) => ({ ...person, role: hubRoles[role as keyof typeof hubRoles] }))
  },
})
