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
import { judgeOneForm } from '../rules/asked-forms'
import { allows } from '../rules/states'
import { CopyAsNew, HandOver, OneRequest } from '../schema/requests'
import { askedForms } from '../store/asked-forms'
import { insertCopy, stillOpen, versionHandedOver } from '../store/copies'
import type { AskedDataset } from '../store/datasets'
import { countDrafts, nextReference } from '../store/drafts'
import { lockRequest, type Seen } from '../store/requests'
import { onRequest } from './on-request'

const slugsOf = (datasets: readonly AskedDataset[]): string[] => datasets.map(({ slug }) => slug)

const idsOf = (datasets: readonly AskedDataset[]): string[] => datasets.map(({ id }) => id)

/** Null, or why no draft can be begun for this project. */
function judgeBeginning(project: Parameters<typeof lifeOf>[0], drafts: number, now: Date): Refusal | null {
  if (lifeOf(project, now) === 'over') return refuse('projects.over')
  return drafts >= mostDrafts ? refuse('access.too-many-drafts', { limit: mostDrafts }) : null
}

/**
 * Begins another request that says the same, whatever became of this one, made with the form that its datasets ask now. Refuses:
 * access.switched-off, projects.over, access.too-many-drafts, access.different-forms.
 */
export const copyAsNew = command({
  name: 'access.copy-as-new',
  input: CopyAsNew,
  load: async (tx, { request: id }, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    const seen = await lockRequest(tx, id, ctx)
    const drafts = await countDrafts(tx, ctx.actor.id)
    const reference = await nextReference(tx, ctx.now)
    if (!seen) return null
    const open = await stillOpen(tx, seen.request)
    return { ...seen, drafts, reference, personId: ctx.actor.id, open, forms: await askedForms(tx, idsOf(open)) }
  },
  authorize: ({ actor }, { standing }) => mayAct(actor, standing, 'copy-as-new'),
  decide: ({ now }, { request, project, standing, off, drafts, reference, personId, open, forms }) => {
    const { state } = request
    if (!allows(state, standing.roles, 'copy-as-new')) return notFound()
    if (!allows(state, standing.roles, 'copy-as-new', off))
      return refuse('access.switched-off', { state, verb: 'copy-as-new' })
    const refused = judgeBeginning(project, drafts, now) ?? judgeOneForm(forms)
    if (refused) return refused
    const id = newId()
    const from = { project: project.id, from: request.id, datasets: slugsOf(open) }
    const fact = happened.begun({ id, reference }, from)
    return { ...fact, onBehalfOf: personId === project.piId ? null : project.piId }
  },
  apply: async (tx, { subjectId: id }, { request, project, reference, personId, open, forms }, { now }) => {
    const links = { copiedFromId: request.id, handedOverFromId: null }
    const copy = { request, id, reference, projectId: project.id, personId, open, version: forms[0]?.version ?? null }
    await insertCopy(tx, copy, links, now)
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
 * Begins the same request for a project at another institution; when that is approved, the grants of this one end and it is closed. It is
 * made with the form that its datasets ask now; where those are different ones, with its own, for nothing is to keep data from moving.
 * Refuses: access.no-receiving-project (there is none in which you may ask for data), access.same-project, projects.over.
 */
export const handOver = onRequest({
  verb: 'hand-over',
  input: HandOver,
  besides: (tx, { project }) => projectAt(tx, project),
  load: async (tx, { request, input, actor }, ctx) => {
    const open = await stillOpen(tx, request)
    return {
      to: await receiving(tx, input.project, ctx),
      open,
      version: await versionHandedOver(tx, request, await askedForms(tx, idsOf(open))),
      drafts: await countDrafts(tx, actor.id),
      reference: await nextReference(tx, ctx.now),
    }
  },
  decide: ({ now }, { request, actor, more: { to, drafts, reference, open, version } }) => {
    if (!to) return refuse('access.no-receiving-project')
    if (to.id === request.projectId) return refuse('access.same-project')
    const refused = judgeBeginning(to, drafts, now)
    if (refused) return refused
    const id = newId()
    const facts = [
      happened.handedOver(request, { to: id }),
      happened.begun({ id, reference }, { project: to.id, from: request.id, datasets: slugsOf(open) }),
    ]
    return { facts, copy: { request, id, reference, projectId: to.id, personId: actor.id, open, version } }
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
