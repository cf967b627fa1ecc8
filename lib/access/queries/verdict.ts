import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'

import { readerScope, whoIs } from '../policy/requests'
import { workflowsOf } from '../rules/assignments'
import { judgeAccess } from '../rules/verdict'
import { AskVerdict } from '../schema/reading'
import { datasetsBySlug } from '../store/datasets'
import { assignmentsFor } from '../store/requests'
import { accessFacts } from '../store/verdicts'

/** Whether the reader may ask about somebody else for a dataset of this workflow: who handles it, and administrators. */
async function mayAskOf(person: Parameters<typeof whoIs>[0], workflowId: string, now: Date): Promise<boolean> {
  const { holdsHandler, isAdministrator } = whoIs(person, null)
  if (isAdministrator) return true
  if (!holdsHandler) return false
  return workflowsOf(await assignmentsFor(db(), [workflowId]), person.id, 'handler', now).length > 0
}

/**
 * The one live verdict: whether a person may use a dataset at this moment, until when and on what it rests, or every reason why not.
 * One's own; anybody's for who handles the dataset. A draft of the catalogue is not there for anybody.
 */
export const accessVerdict = query({
  name: 'access.verdict',
  input: AskVerdict,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person }, { dataset: slug, user = person.id }, { now }) => {
    const [dataset] = await datasetsBySlug(db(), [slug])
    if (!dataset || dataset.state === 'draft') return null
    if (user !== person.id && !(await mayAskOf(person, dataset.workflowId, now))) return null
    const other = { where: { id: user }, select: { name: true } } as const
    const known = user === person.id ? person : await db().person.findUnique(other)
    if (!known) return null
    const facts = (await accessFacts(db(), user, [dataset], now)).get(dataset.id)
    const verdict = judgeAccess(
      facts ?? {
        accountOpen: true,
        owesUserTerms: false,
        userTermsUntil: null,
        datasetState: dataset.state,
        grants: [],
      },
      now,
    )
    // A hidden dataset is there for those alone who have something to do with it.
    if (dataset.state === 'hidden' && verdict.grants.length === 0) return null
    return { dataset: slug, user, name: known.name, at: now, verdict }
  },
})

export type AccessVerdict = Awaited<ReturnType<typeof accessVerdict>>
