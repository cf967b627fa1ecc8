import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { forgetFile } from '@/lib/platform/storage'
import { lifeOf } from '@/lib/projects/rules/periods'
import { type LockedProject, standingIn } from '@/lib/projects/store/standing'
import { happened } from '../events/requests'
import { mayAct, mayRequestFor } from '../policy/requests'
import { mostDrafts } from '../rules/asked'
import { allows } from '../rules/states'
import { CopyAsNew, HandOver, OneRequest } from '../schema/requests'
import { type AskedDataset, datasetsById } from '../store/datasets'
import { countDrafts, currentForm, insertRequest, nextReference } from '../store/drafts'
import { lockRequest, type RequestRow, type Seen } from '../store/requests'
import { onRequest } from './on-request'

/** Of the datasets of a request those that can still be asked for. */
async function stillOpen(tx: Tx, { items }: RequestRow): Promise<AskedDataset[]> {
  const asked = items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  return (await datasetsById(tx, asked)).filter(({ state }) => state === 'published')
}

const slugsOf = (datasets: readonly AskedDataset[]): string[] => datasets.map(({ slug }) => slug)

/** A draft for this project that says what the other one says. */
async function insertCopy(
  tx: Tx,
  { request, id, reference, projectId, personId, open }: Copy,
  links: { copiedFromId: string | null; handedOverFromId: string | null },
  now: Date,
): Promise<void> {
  const { title, answers, purposes, optedOut } = request
  const same = projectId === request.projectId ? { ethicsApprovalId: request.ethicsApprovalId } : {}
  const said = { title, answers: answers as object, purposes, optedOut, ...same, ...links }
  const formVersionId = await currentForm(tx)
  await insertRequest(tx, { id, reference, projectId, applicantId: personId, formVersionId, ...said }, open, now)
}

type Copy = {
  request: RequestRow
  id: string
  reference: string
  projectId: string
  personId: string
  /** The datasets that it asks for. */
  open: readonly AskedDataset[]
}

/** Null, or why no draft can be begun for this project. */
function judgeBeginning(project: Parameters<typeof lifeOf>[0], drafts: number, now: Date): Refusal | null {
  if (lifeOf(project, now) === 'over') return refuse('projects.over')
  return drafts >= mostDrafts ? refuse('access.too-many-drafts', { limit: mostDrafts }) : null
}

/**
 * Begins another request that says the same, whatever became of this one. Refuses: access.switched-off, projects.over,
 * access.too-many-drafts.
 */
export const copyAsNew = command({
  name: 'access.copy-as-new',
  input: CopyAsNew,
  load: async (tx, { request: id }, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    const seen = await lockRequest(tx, id, ctx)
    const drafts = await countDrafts(tx, ctx.actor.id)
    const reference = await nextReference(tx, ctx.now)
    return seen && { ...seen, drafts, reference, personId: ctx.actor.id, open: await stillOpen(tx, seen.request) }
  },
  authorize: ({ actor }, { standing }) => mayAct(actor, standing, 'copy-as-new'),
  decide: ({ now }, { request, project, standing, off, drafts, reference, personId, open }) => {
    const { state } = request
    if (!allows(state, standing.roles, 'copy-as-new')) return notFound()
    if (!allows(state, standing.roles, 'copy-as-new', off))
      return refuse('access.switched-off', { state, verb: 'copy-as-new' })
    const refused = judgeBeginning(project, drafts, now)
    if (refused) return refused
    const id = newId()
    const from = { project: project.id, from: request.id, datasets: slugsOf(open) }
    const fact = happened.begun({ id, reference }, from)
    return { ...fact, onBehalfOf: personId === project.piId ? null : project.piId }
  },
  apply: async (tx, { subjectId: id }, { request, project, reference, personId, open }, { now }) => {
    const links = { copiedFromId: request.id, handedOverFromId: null }
    await insertCopy(tx, { request, id, reference, projectId: project.id, personId, open }, links, now)
    return { id, reference, state: 'draft' as const, revision: 1 }
  },
})

const projectAt = async (tx: Tx, slug: string): Promise<string[]> =>
  (await tx.project.findMany({ where: { slug }, select: { id: true } })).map(({ id }) => id)

/** The project that takes a request over, locked by then, if the person may ask for data in its name; null: there is none for them. */
async function receiving(tx: Tx, slug: string, { actor, now }: Context) {
  if (!isPerson(actor)) return null
  const project = (await tx.project.findUnique({ where: { slug } })) as LockedProject | null
  if (!project) return null
  const standing = await standingIn(tx, project, actor.id, now)
  return mayRequestFor(actor, standing) === true ? project : null
}

/**
 * Begins the same request for a project at another institution; when that is approved, the grants of this one end and it is closed.
 * Refuses: access.no-receiving-project (there is none in which you may ask for data), access.same-project, projects.over.
 */
export const handOver = onRequest({
  verb: 'hand-over',
  input: HandOver,
  besides: (tx, { project }) => projectAt(tx, project),
  load: async (tx, { request, input, actor }, ctx) => ({
    to: await receiving(tx, input.project, ctx),
    open: await stillOpen(tx, request),
    drafts: await countDrafts(tx, actor.id),
    reference: await nextReference(tx, ctx.now),
  }),
  decide: ({ now }, { request, actor, more: { to, drafts, reference, open } }) => {
    if (!to) return refuse('access.no-receiving-project')
    if (to.id === request.projectId) return refuse('access.same-project')
    const refused = judgeBeginning(to, drafts, now)
    if (refused) return refused
    const id = newId()
    const facts = [
      happened.handedOver(request, { to: id }),
      happened.begun({ id, reference }, { project: to.id, from: request.id, datasets: slugsOf(open) }),
    ]
    return { facts, copy: { request, id, reference, projectId: to.id, personId: actor.id, open } }
  },
  apply: async (tx, { copy }, { request }, { now }) => {
    await insertCopy(tx, copy, { copiedFromId: null, handedOverFromId: request.id }, now)
    return { to: { id: copy.id, reference: copy.reference } }
  },
})

/** Null, or why a draft is not thrown away: it was submitted before, so that others know of it. */
const judgeDeleting = ({ request, standing }: Seen): Refusal | null => {
  const { state, submittedAt } = request
  const may = allows(state, standing.roles, 'delete-draft') && submittedAt === null
  return may ? null : refuse('access.not-in-this-state', { state, verb: 'delete-draft' })
}

/** Throws a draft away that was never submitted, with all that was typed. Refuses: access.not-in-this-state. */
export const deleteDraft = command({
  name: 'access.delete-draft',
  input: OneRequest,
  load: (tx, { request }, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    return lockRequest(tx, request, ctx)
  },
  authorize: ({ actor }, { standing }) => mayAct(actor, standing, 'delete-draft'),
  decide: (_, seen) => judgeDeleting(seen) ?? happened.draftDeleted(seen.request, {}),
  apply: async (tx, { subjectId: id }, _, ctx) => {
    const where = { requestId: id, fileId: { not: null } }
    const files = await tx.accessAttachment.findMany({ where, select: { fileId: true } })
    await tx.accessRequest.delete({ where: { id }, select: { id: true } })
    for (const { fileId } of files) await forgetFile(tx, ctx, fileId ?? '')
    return { id }
  },
})
