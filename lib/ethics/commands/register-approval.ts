import 'server-only'
import { countryCodes } from '@/lib/catalogue/rules/countries'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { lifeOf } from '@/lib/projects/rules/periods'
import { happened } from '../events'
import { mayKeepApproval } from '../policy'
import { contentOf } from '../rules/content'
import { RegisterApproval } from '../schema/inputs'
import { citableIn, insertApproval, isRegistered, lockForNew } from '../store/approvals'
import { insertDraft } from '../store/versions'
import { datasetIdsOf } from './on-approval'

/** Why this cannot be cited, or null. */
const judgeCited = (cited: string | null, found: { id: string } | null) =>
  cited !== null && found === null ? refuse('ethics.cited-unknown') : null

/**
 * Registers an approval of a project, or an amendment of one, as a draft. Refuses: ethics.project-over, ethics.cited-unknown,
 * ethics.registered-already, and platform.invalid by field.
 */
export const registerApproval = command({
  name: 'ethics.register-approval',
  input: RegisterApproval,
  load: async (tx, input, ctx) => {
    const on = await lockForNew(tx, input.project, ctx)
    if (!on) return null
    const cited = input.amends ?? input.replaces
    const content = contentOf(input, [], input.amends !== null, ctx.now)
    const own = isRefusal(content) ? null : { projectId: on.project.id, ...content }
    return {
      ...on,
      content,
      cited: cited ? await citableIn(tx, on.project.id, cited, ctx.now) : null,
      datasets: await datasetIdsOf(tx, input.datasets, []),
      isThere: own !== null && (await isRegistered(tx, own, null)),
    }
  },
  authorize: ({ actor }, { standing }) => mayKeepApproval(actor, standing),
  decide: ({ actor, now }, { project, behalf, content, cited, datasets, isThere }, { amends, replaces }) => {
    if (!isPerson(actor)) return notFound()
    if (lifeOf(project, now) === 'over') return refuse('ethics.project-over')
    if (isRefusal(content)) return content
    if (!countryCodes.has(content.country))
      return refuse('platform.invalid', { fields: { country: ['ethics.invalid.country'] } })
    if (isRefusal(datasets)) return datasets
    const wrong = amends && replaces ? refuse('ethics.cites-both') : judgeCited(amends ?? replaces, cited)
    if (wrong) return wrong
    if (isThere) return refuse('ethics.registered-already')
    const data = { slug: project.slug, version: 1, country: content.country, amends, replaces }
    const fact = happened.registered(project.id, newId(), data)
    return { ...fact, onBehalfOf: behalf, content: { ...content, claimedDatasets: datasets }, by: actor.id }
  },
  apply: async (tx, { subjectId: id, content, by, data }, { project }, { now }) => {
    const { amends: amendsId, replaces: replacesId } = data
    const own = { id, projectId: project.id, amendsId, replacesId, country: content.country, number: content.number }
    await insertApproval(tx, { ...own, createdById: by, createdAt: now })
    const version = { id: newId(), approvalId: id, ordinal: 1, note: '', createdById: by, createdAt: now }
    await insertDraft(tx, version, content)
    return { id, revision: 1 }
  },
})
