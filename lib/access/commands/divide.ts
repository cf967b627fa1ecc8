import 'server-only'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { mostDrafts } from '../rules/asked'
import { judgeOneForm } from '../rules/asked-forms'
import { SomeDatasets } from '../schema/requests'
import { askedForms } from '../store/asked-forms'
import { insertCopy, stillOpen } from '../store/copies'
import { countDrafts, nextReference } from '../store/drafts'
import { onRequest } from './on-request'

/**
 * Begins a request of its own for some datasets of a draft, which leave it: for those that are asked with another form by now. It says
 * what the draft says, as far as its form asks for it, and is led by who divides; nobody comes to use data by what another does, so
 * others are invited anew. Files stay with the draft. Refuses: access.not-in-this-state, access.no-such-dataset (one of them is not in
 * the draft, or cannot be asked for), access.different-forms, access.too-many-drafts.
 */
export const divideDraft = onRequest({
  verb: 'change-datasets',
  name: 'access.divide-draft',
  input: SomeDatasets,
  load: async (tx, { request, actor, input }, { now }) => {
    const open = (await stillOpen(tx, request)).filter(({ slug }) => input.datasets.includes(slug))
    const ids = open.map(({ id }) => id)
    return {
      open,
      forms: await askedForms(tx, ids),
      drafts: await countDrafts(tx, actor.id),
      reference: await nextReference(tx, now),
    }
  },
  decide: (_, { request, project, standing, actor, input, more: { open, forms, drafts, reference } }) => {
    const { state } = request
    if (!standing.roles.includes('applicant')) return notFound()
    if (state !== 'draft') return refuse('access.not-in-this-state', { state, verb: 'change-datasets' })
    const there = open.map(({ slug }) => slug)
    const missing = input.datasets.filter((slug) => !there.includes(slug))
    if (missing.length > 0 || there.length === 0) return refuse('access.no-such-dataset', { datasets: missing })
    const apart = judgeOneForm(forms)
    if (apart) return apart
    if (drafts >= mostDrafts) return refuse('access.too-many-drafts', { limit: mostDrafts })
    const id = newId()
    const facts = [
      happened.datasetsChanged(request, { added: [], removed: there }),
      happened.begun({ id, reference }, { project: project.id, from: request.id, datasets: there }),
    ]
    const version = forms[0]?.version ?? null
    const { wantedUntil } = request
    const copy = { request, id, reference, projectId: project.id, personId: actor.id, open, version, wantedUntil }
    return { facts, change: {}, copy }
  },
  apply: async (tx, { copy }, { request, actor }, { now }) => {
    await insertCopy(tx, copy, { copiedFromId: request.id, handedOverFromId: null }, now)
    const where = { requestId: request.id, datasetId: { in: copy.open.map(({ id }) => id) } }
    if (request.submittedAt === null) await tx.accessItem.deleteMany({ where })
    else await tx.accessItem.updateMany({ where, data: { state: 'removed', decidedAt: now, decidedById: actor.id } })
    return { to: { id: copy.id, reference: copy.reference } }
  },
})
