import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { storeFile } from '@/lib/platform/storage'
import { happened } from '../events'
import { AddDocument, RemoveDocument } from '../schema/inputs'
import { changeApproval, documentsAt } from '../store/approvals'
import { endDocument, insertDocument } from '../store/documents'
import { about, asKeeper, draftOf, judgeStep, openDraft } from './on-approval'

/** The most documents that one version has. */
const most = 20

/**
 * Adds a document to the draft, or begins one with it. Refuses: ethics.too-many-documents, ethics.not-in-this-state, ethics.withdrawn,
 * platform.conflict.
 */
export const addDocument = command({
  name: 'ethics.add-document',
  input: AddDocument,
  ...asKeeper,
  decide: ({ actor }, on, { expectedRevision, kind, file }) => {
    const wrong = judgeStep(on, 'document', expectedRevision)
    if (wrong) return wrong
    if (!isPerson(actor)) return notFound()
    const { documents, latest, project, approval, behalf } = on
    if (documentsAt(documents, latest.ordinal).length >= most) return refuse('ethics.too-many-documents', { most })
    const draft = draftOf(on)
    const data = { ...about(on, draft.ordinal), document: newId(), file: newId(), kind }
    const fact = happened.documentAdded(project.id, approval.id, data)
    return { ...fact, onBehalfOf: behalf, draft, upload: file, by: actor.id }
  },
  apply: async (tx, { data, draft, upload, by }, on, ctx) => {
    await openDraft(tx, ctx, on, draft, by)
    await storeFile(tx, ctx, data.file, upload)
    const own = { id: data.document, approvalId: on.approval.id, fileId: data.file, kind: data.kind }
    await insertDocument(tx, { ...own, since: draft.ordinal, addedById: by, addedAt: ctx.now })
    return { id: data.document, revision: await changeApproval(tx, on.approval.id) }
  },
})

/**
 * Takes a document out of the draft; of versions that were handed in it stays. Refuses: ethics.not-in-this-state, ethics.withdrawn,
 * platform.conflict.
 */
export const removeDocument = command({
  name: 'ethics.remove-document',
  input: RemoveDocument,
  ...asKeeper,
  decide: ({ actor }, on, { expectedRevision, document: id }) => {
    const document = documentsAt(on.documents, on.latest.ordinal).find((one) => one.id === id)
    if (!document || !isPerson(actor)) return notFound()
    const wrong = judgeStep(on, 'document', expectedRevision)
    if (wrong) return wrong
    const draft = draftOf(on)
    const data = { ...about(on, draft.ordinal), document: id, kind: document.kind }
    const fact = happened.documentRemoved(on.project.id, on.approval.id, data)
    return { ...fact, onBehalfOf: on.behalf, draft, document, by: actor.id }
  },
  apply: async (tx, { draft, document, by }, on, ctx) => {
    await openDraft(tx, ctx, on, draft, by)
    await endDocument(tx, ctx, document, draft.ordinal, by)
    return { id: document.id, revision: await changeApproval(tx, on.approval.id) }
  },
})
