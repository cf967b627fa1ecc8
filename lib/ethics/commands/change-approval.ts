import 'server-only'
import { countryCodes } from '@/lib/catalogue/rules/countries'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { contentOf } from '../rules/content'
import { differing } from '../rules/fields'
import { ChangeApproval, OneApproval } from '../schema/inputs'
import { isRegistered, changeApproval as moveOn } from '../store/approvals'
import { restoreDocuments } from '../store/documents'
import { insertDraft, removeDraft, writeDraft } from '../store/versions'
import { about, asKeeper, datasetIdsOf, draftOf, judgeStep } from './on-approval'

const numbered = ({ country, number }: { country: string; number: string }): string => `${country} ${number}`

/**
 * Changes what an approval says: the draft there is, else a new version of what was verified or returned. What governs goes on
 * governing. Refuses: ethics.withdrawn, ethics.not-in-this-state, ethics.number-fixed, ethics.registered-already, platform.conflict.
 */
export const changeApproval = command({
  name: 'ethics.change-approval',
  input: ChangeApproval,
  load: async (tx, input, ctx) => {
    const on = await asKeeper.load(tx, input, ctx)
    if (!on) return null
    const content = contentOf(input, [], on.approval.amendsId !== null, ctx.now)
    const named = [...on.latest.claimedDatasets, ...(on.governing?.coveredDatasets ?? [])]
    const own = isRefusal(content) ? null : { projectId: on.project.id, ...content }
    return {
      ...on,
      content,
      datasets: await datasetIdsOf(tx, input.datasets, named),
      isThere: own !== null && (await isRegistered(tx, own, on.approval.id)),
    }
  },
  authorize: asKeeper.authorize,
  decide: ({ actor }, on, { expectedRevision, note }) => {
    const { content, datasets, isThere, governing, latest, project, approval, behalf } = on
    const wrong = judgeStep(on, 'change', expectedRevision)
    if (wrong) return wrong
    if (!isPerson(actor)) return notFound()
    if (isRefusal(content)) return content
    if (!countryCodes.has(content.country))
      return refuse('platform.invalid', { fields: { country: ['ethics.invalid.country'] } })
    if (isRefusal(datasets)) return datasets
    if (governing && numbered(governing) !== numbered(content)) return refuse('ethics.number-fixed')
    if (isThere) return refuse('ethics.registered-already')
    const said = { ...content, claimedDatasets: datasets }
    const draft = draftOf(on)
    const fields = differing(latest, said)
    const fact = happened.changed(project.id, approval.id, { ...about(on, draft.ordinal), fields })
    return { ...fact, onBehalfOf: behalf, said, draft, note: note ?? '', by: actor.id }
  },
  apply: async (tx, { said, draft, note, by }, { approval }, { now }) => {
    const version = { id: draft.id, approvalId: approval.id, ordinal: draft.ordinal, note }
    if (draft.isNew) await insertDraft(tx, { ...version, createdById: by, createdAt: now }, said)
    else await writeDraft(tx, draft.id, said, note)
    const revision = await moveOn(tx, approval.id, { country: said.country, number: said.number })
    return { id: approval.id, version: draft.ordinal, revision }
  },
})

/**
 * Throws a change away: the approval is again what the version before says. Refuses: ethics.first-draft (withdraw it instead),
 * ethics.not-in-this-state, platform.conflict.
 */
export const discardChange = command({
  name: 'ethics.discard-change',
  input: OneApproval,
  ...asKeeper,
  decide: (_, on, { expectedRevision }) => {
    const wrong = judgeStep(on, 'discard', expectedRevision)
    if (wrong) return wrong
    if (on.latest.ordinal === 1) return refuse('ethics.first-draft')
    const fact = happened.changeDiscarded(on.project.id, on.approval.id, about(on))
    return { ...fact, onBehalfOf: on.behalf }
  },
  apply: async (tx, _, { approval, latest }, ctx) => {
    await restoreDocuments(tx, ctx, approval.id, latest.ordinal)
    await removeDraft(tx, latest.id)
    return { id: approval.id, revision: await moveOn(tx, approval.id) }
  },
})
