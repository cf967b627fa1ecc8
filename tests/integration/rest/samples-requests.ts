import { rejectDatasets } from '@/lib/access/commands/decisions'
import { saveFilter } from '@/lib/access/commands/keep-filters'
import { requestDecision } from '@/lib/access/commands/rounds'
import { withdrawRequest } from '@/lib/access/commands/submission'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { formed } from '../access/formed'
import { rowOf } from '../access/requests'
import { projectOf } from '../agreements/projects'
import { somebody } from '../identity/people'
import {
  asked,
  askedAnew,
  dayIn,
  drafted,
  granted,
  handles,
  hubs,
  now,
  on,
  own,
  reason,
  sent,
  shared,
  until,
} from './asked-for'
import type { SampleOf } from './samples'
import { extraTerms, grantSamples, peopleSamples, workflowSamples } from './samples-requests-kept'

/** Right requests for everything about data access. */
export const requestSamples: Readonly<Record<string, SampleOf>> = {
  ...workflowSamples,
  ...peopleSamples,
  ...grantSamples,
  listOwnRequests: {
    sample: async (me) => {
      await drafted(me)
      return {}
    },
  },
  listRequestQueue: { sample: () => ({ query: 'turn=handler' }) },
  readRequestStatistics: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      return { query: 'months=6' }
    },
  },
  saveQueueFilter: { sample: () => ({ body: { name: `Mine ${newId()}`, query: 'mine=true' } }) },
  removeQueueFilter: {
    sample: async (me) => {
      const kept = await saveFilter(now(me), { name: `Late ${newId()}`, query: 'overdue=true' })
      return { params: { filter: kept.id } }
    },
  },
  actOnRequests: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { request } = await sent(await somebody())
      return { body: { verb: 'remark', requests: [request], text: 'The committee meets on Thursday' } }
    },
  },
  beginRequest: {
    sample: async () => ({ body: { datasets: (await shared).slugs, title: 'Knees', institution: 'Lund University' } }),
  },
  readRequest: own(granted),
  readRequestHistory: own(drafted),
  saveRequestDraft: own(drafted, { title: 'Nodes, graded' }),
  deleteRequestDraft: own(drafted),
  changeRequestDatasets: { sample: async (me) => on(await drafted(me), { remove: [(await shared).slugs[0]] }) },
  submitRequest: own(drafted, {}),
  withdrawRequest: own(sent, {}),
  resumeRequest: own(async (me) => {
    const made = await sent(me)
    await withdrawRequest(now(me), { request: made.request })
    return made
  }, {}),
  copyRequest: own(drafted),
  takeForm: own(askedAnew, {}),
  divideRequest: { sample: async (me) => on(await drafted(me), { datasets: [(await shared).slugs[0]] }) },
  remarkOnRequest: own(sent, { text: 'When will it be decided?' }),
  askRenewal: own(granted, { until: dayIn(600), reason }),
  closeOutRequest: own(granted, { outcome: 'completed', report: 'It worked' }),
  handOverRequest: {
    sample: async (me) => on(await granted(me), { project: (await projectOf(me.id, { type: 'data-access' })).slug }),
  },
  requestReview: hubs(sent, async () => ({ people: [(await shared).reviewer.id] })),
  giveReview: { sample: (me) => asked(me, 'review') },
  requestDecision: hubs(sent, {}),
  giveDecision: { sample: (me) => asked(me, 'decision') },
  replaceTask: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { workflow: workflowId, handler } = await shared
      const { request } = await sent(await somebody())
      await requestDecision(now(handler), { request })
      const person = (await somebody({ roles: ['decider'] })).id
      const row = { id: newId(), workflowId, personId: person, role: 'decider', createdAt: new Date() }
      await db().accessAssignment.create({ data: row })
      return { params: { request, task: (await rowOf(request)).tasks[0]?.id ?? '' }, body: { person } }
    },
  },
  returnRequest: hubs(
    async (petra) => {
      const made = await sent(petra)
      await formed(made.request)
      return made
    },
    { reason: 'Say more of the aim', fields: ['aim'] },
  ),
  approveRequest: hubs(sent, async () => ({ datasets: (await shared).slugs, until })),
  rejectRequest: hubs(sent, { ground: 'no-scientist', reason: 'Nobody competent' }),
  closeRequest: hubs(sent, { reason }),
  reopenRequest: hubs(
    async (petra) => {
      const made = await sent(petra)
      const wish = { request: made.request, ground: 'other', reason: 'Not now' }
      await rejectDatasets(now((await shared).handler), wish)
      return made
    },
    { reason },
  ),
  assignExternalId: hubs(sent, { externalId: 'LiU-2026-1' }),
  changeProcessingState: hubs(sent, async () => {
    const row = { id: newId(), workflowId: (await shared).workflow, position: 1, nameEn: 'Drawn', nameSv: 'Uttaget' }
    await db().accessProcessingState.create({ data: row })
    return { state: row.id }
  }),
  addRequestTerms: hubs(sent, async () => ({ subject: (await extraTerms()).subject })),
  resolveDataUse: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { request } = await sent(await somebody())
      await db().accessItem.updateMany({ where: { requestId: request }, data: { useFit: 'conflicts' } })
      return { params: { request }, body: { dataset: (await shared).slugs[0], reason } }
    },
  },
}
