import { createHash } from 'node:crypto'
import { beginRequest } from '@/lib/access/commands/begin'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { submitRequest } from '@/lib/access/commands/submission'
import { assignToWorkflow, makeWorkflow } from '@/lib/access/commands/workflows'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { published, recordOf } from '../catalogue/stewards'
import { as, noon, refusalOf, somebody } from '../identity/people'
import { administrator } from '../projects/projects'

export const reason = 'Agreed at the weekly meeting'
export const until = '2027-06-30'
export const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt)).code

/** Published datasets of their own, by their slugs. */
export async function datasets(n = 1): Promise<string[]> {
  const slugs = Array.from({ length: n }, () => `set-${newId().slice(-12)}`)
  await published(...slugs.map((slug) => recordOf(slug)))
  return slugs
}

export const datasetIds = async (slugs: readonly string[]): Promise<string[]> => {
  const rows = await db().dataset.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } })
  return slugs.map((slug) => rows.find((row) => row.slug === slug)?.id ?? '')
}

const frozen = new Date('2026-01-01T00:00:00Z')

/** A verified ethics approval of the project that covers these datasets, as its rows would stand. */
export async function approvalOf(
  project: { id: string; piId: string },
  slugs: readonly string[],
  changes: { endsOn?: string; legalForceOn?: string; verifiedBy?: string } = {},
): Promise<string> {
  const [approvalId, versionId] = [newId(), newId()]
  const number = `2026-${String(Number.parseInt(createHash('sha1').update(approvalId).digest('hex').slice(0, 4), 16)).padStart(5, '0')}-01`
  const covered = await datasetIds(slugs)
  const stated = { country: 'SE', number, createdById: project.piId, createdAt: frozen }
  await db().ethicsApproval.create({ data: { ...stated, id: approvalId, projectId: project.id } })
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const version = {
    ...stated,
    id: versionId,
    approvalId,
    ordinal: 1,
    state: 'verified',
    authority: 'Etikprövningsmyndigheten',
    title: 'Nodes',
    decision: 'approved',
    decidedOn: day('2026-01-10'),
    legalForceOn: day(changes.legalForceOn ?? '2026-02-01'),
    startedOn: day('2026-03-01'),
    endsOn: day(changes.endsOn ?? '2029-12-31'),
    responsibleResearcher: 'Petra PI',
    principalOrganisation: 'Linköping University',
    sites: [],
    purposes: 'Grading of nodes',
    dataDescription: 'Whole-slide images',
    claimedDatasets: covered,
    coveredDatasets: covered,
    submittedById: project.piId,
    submittedAt: frozen,
    judgedById: changes.verifiedBy ?? newId(),
    judgedAt: frozen,
  }
  await db().ethicsVersion.create({ data: version })
  await db().ethicsApproval.update({ where: { id: approvalId }, data: { governingId: versionId } })
  return approvalId
}

/** A document that the approval's first version was handed in with, as its rows would stand. */
export async function documentOf(approvalId: string, piId: string): Promise<string> {
  const { name, type, sha256, bytes } = await pdf('Decision', 'decision.pdf')
  const [id, fileId] = [newId(), newId()]
  const content = new Uint8Array(bytes)
  const kept = { id: fileId, name, type, sha256, size: content.byteLength, content, byId: piId, createdAt: frozen }
  await db().storedFile.create({ data: kept })
  const document = { id, approvalId, fileId, kind: 'decision', since: 1, addedById: piId, addedAt: frozen }
  await db().ethicsDocument.create({ data: document })
  return id
}

type Flow = { decidedBy?: string; rule?: string; quorum?: number; onDeadline?: string; barsOwnInstitute?: boolean }

/** A group of these datasets with a workflow of its own, and who is assigned to it. */
export async function workflowOf(slugs: readonly string[], flow: Flow = {}) {
  const admin = await administrator()
  const wish = { decidedBy: 'handler', rule: 'majority', quorum: 2, decisionDays: 7, reviewDays: 7 }
  const named = { name: `Flow ${newId()}`, onDeadline: 'hand-back', datasets: slugs }
  const { id: workflow } = await makeWorkflow(admin, { ...wish, ...named, ...flow })
  const handler = await somebody({ name: 'Hanna Handler', roles: ['request-handler'] })
  const reviewer = await somebody({ name: 'Rut Reviewer', roles: ['reviewer'] })
  const deciders = await Promise.all(
    ['Dan', 'Disa', 'Dag'].map((name) => somebody({ name: `${name} Decider`, roles: ['decider'] })),
  )
  const assign = (person: Person, role: string) => assignToWorkflow(admin, { workflow, person: person.id, role })
  await assign(handler, 'handler')
  await assign(reviewer, 'reviewer')
  for (const decider of deciders) await assign(decider, 'decider')
  return { workflow, handler, reviewer, deciders, admin }
}

export type World = Awaited<ReturnType<typeof world>>

/** Datasets with who works requests for them; a project with its PI, and another who takes part; an approval that covers the datasets. */
export async function world({ n = 1, flow = {} }: { n?: number; flow?: Flow } = {}) {
  const slugs = await datasets(n)
  const hub = await workflowOf(slugs, flow)
  const petra = await somebody({ name: 'Petra PI' })
  const emil = await somebody({ name: 'Emil Example' })
  const project = await projectOf(petra.id, { type: 'data-access', members: [emil.id] })
  const approval = await approvalOf(project, slugs)
  return { ...hub, slugs, petra, emil, project, approval }
}

/** A whole draft of the PI for all datasets of the world. */
export async function draft({ petra, project, slugs, approval }: World, now = noon): Promise<string> {
  const ctx = as(petra, now)
  const { id: request } = await beginRequest(ctx, { project: project.slug, datasets: slugs, title: 'Grading of nodes' })
  await saveDraft(ctx, { request, wantedUntil: until, ethicsApproval: approval })
  return request
}

export async function submitted(of: World, now = noon): Promise<string> {
  const request = await draft(of, now)
  await submitRequest(as(of.petra, now), { request })
  return request
}

/** An approved request; by the handler, for all datasets. */
export async function approved(of: World, now = noon): Promise<string> {
  const request = await submitted(of, now)
  await approveDatasets(as(of.handler, now), { request, datasets: of.slugs, until })
  return request
}

export const rowOf = (id: string) =>
  db().accessRequest.findUniqueOrThrow({
    where: { id },
    include: { items: true, grants: true, members: true, tasks: true, rounds: true, turns: true },
  })

export const stateOf = async (id: string): Promise<string> => (await rowOf(id)).state

/** The kinds of fact in a request's stream, oldest first. */
export const factsOf = async (id: string): Promise<string[]> => {
  const rows = await db().event.findMany({ where: { stream: `request:${id}` }, orderBy: { seq: 'asc' } })
  return rows.map(({ type }) => type.replace('access.', ''))
}

/** The round that is opened over a submitted request. */
export async function roundOf(request: string) {
  const { id: workflowId } = await db().accessWorkflow.findFirstOrThrow({ where: { isDefault: true } })
  const open = { requestId: request, workflowId, datasetIds: [], rule: 'one', quorum: 1, onDeadline: 'hand-back' }
  const when = { openedById: newId(), openedAt: noon, dueAt: noon }
  return db().accessRound.create({ data: { ...open, ...when, id: newId() } })
}

/** A grant that runs. */
export async function grantOf(of: World) {
  const [grant] = (await rowOf(await approved(of))).grants
  if (!grant) throw new Error('nothing was granted')
  return grant
}
