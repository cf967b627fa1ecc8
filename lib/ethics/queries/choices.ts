import 'server-only'
import { z } from 'zod'
import { publishedDatasets } from '@/lib/catalogue/store/names'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { lifeOf } from '@/lib/projects/rules/periods'
import { actingProjectsOf } from '@/lib/projects/store/acting'
import { listScope, mayKeepApproval } from '../policy'
import { approvalsOf } from '../store/records'

/**
 * What a form of an approval lets one choose from: the projects for which the reader may register one, each with the originals that it
 * can cite, and the datasets that are published.
 */
export const approvalChoices = query({
  name: 'ethics.choices',
  input: z.object({}),
  scope: ({ actor }) => listScope(actor),
  read: async ({ personId }, _, { actor, now }) => {
    const acting = (await actingProjectsOf(db(), personId, now)).filter(
      (project) =>
        mayKeepApproval(actor, project.standing) === true && lifeOf({ ...project, state: 'active' }, now) !== 'over',
    )
    const records = await approvalsOf(
      db(),
      acting.map(({ id }) => id),
    )
    const projects = acting.map(({ id, slug, name }) => {
      const originals = (records.get(id) ?? []).filter(
        ({ amendsId, withdrawnAt, supersededAt }) =>
          amendsId === null && withdrawnAt === null && (supersededAt === null || supersededAt > now),
      )
      return { slug, name, originals: originals.map((one) => ({ id: one.id, number: one.number })) }
    })
    return { projects, datasets: await publishedDatasets(db()) }
  },
})
export type ApprovalChoices = Awaited<ReturnType<typeof approvalChoices>>
