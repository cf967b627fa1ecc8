import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal } from '@/lib/access/commands/grants'
import { suspendGrant } from '@/lib/access/commands/revocations'
import { requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { publishTerms } from '@/lib/access/commands/terms'
import { keepTermsDocument } from '@/lib/access/commands/terms-documents'
import { makeWorkflow } from '@/lib/access/commands/workflows'
import { accessTicket } from '@/lib/access/store/invitations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { datasets, documentOf, rowOf } from '../access/requests'
import { pdf } from '../agreements/files'
import { steward } from '../catalogue/stewards'
import { somebody } from '../identity/people'
import { administrator, join } from '../projects/projects'
import {
  attached,
  dayIn,
  drafted,
  granted,
  handles,
  hubs,
  id,
  invited,
  now,
  on,
  reason,
  sent,
  shared,
  withMember,
} from './asked-for'
import type { SampleOf } from './samples'

const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
export const extraTerms = async () => {
  const subject = `extra:${newId().slice(-8)}`
  return { subject, id: id(await publishTerms(await steward(), { subject, ...words, noticeDays: 0 }), 'id') }
}
/** Terms with a document in English. */
async function termsWithDocument(): Promise<string> {
  const ctx = await steward()
  const document = id(await keepTermsDocument(ctx, { file: await pdf() }), 'id')
  const wish = { subject: `extra:${newId().slice(-8)}`, ...words, documentEn: document, noticeDays: 0 }
  return id(await publishTerms(ctx, wish), 'id')
}
const flow = async () => ({
  name: `Flow ${newId()}`,
  decidedBy: 'handler',
  rule: 'one',
  quorum: 1,
  decisionDays: 5,
  reviewDays: 5,
  onDeadline: 'remind',
  datasets: await datasets(),
})
const assignee = async () => (await somebody({ roles: ['reviewer'] })).id

/** Right requests for the workflows by which requests are worked. */
export const workflowSamples: Readonly<Record<string, SampleOf>> = {
  listWorkflows: { needsRole: true, sample: () => ({}) },
  makeWorkflow: { needsRole: true, sample: async () => ({ body: await flow() }) },
  editWorkflow: {
    needsRole: true,
    sample: async () => {
      const wish = await flow()
      const made = await makeWorkflow(await administrator(), wish)
      return { params: { workflow: made.id }, body: { ...wish, expectedRevision: 1 } }
    },
  },
  assignToWorkflow: {
    needsRole: true,
    sample: async () => ({
      params: { workflow: (await shared).workflow },
      body: { person: await assignee(), role: 'reviewer' },
    }),
  },
  endAssignment: {
    needsRole: true,
    sample: async () => {
      const { workflow: workflowId } = await shared
      const row = { id: newId(), workflowId, personId: await assignee(), role: 'reviewer', createdAt: new Date() }
      await db().accessAssignment.create({ data: row })
      return { params: { workflow: workflowId, role: 'reviewer', person: row.personId } }
    },
  },
  setAway: {
    sample: async (me) => {
      await handles(me)
      return { params: { workflow: (await shared).workflow }, body: { role: 'handler', until: dayIn(5) } }
    },
  },
  listAccessTerms: { sample: () => ({}) },
  publishAccessTerms: {
    needsRole: true,
    sample: () => ({ body: { subject: `extra:${newId().slice(-8)}`, ...words } }),
  },
  keepTermsDocument: {
    needsRole: true,
    sample: () => ({
      query: 'fileName=licence.pdf',
      upload: { type: 'application/pdf', bytes: pdfSaying('A licence') },
    }),
  },
  readTermsDocument: { sample: async () => ({ params: { terms: await termsWithDocument(), language: 'en' } }) },
  listOwnAssignments: { sample: () => ({}) },
  acceptAccessTerms: { sample: async () => ({ params: { terms: (await extraTerms()).id } }) },
}

/** Right requests about who takes part, and about files. */
export const peopleSamples: Readonly<Record<string, SampleOf>> = {
  inviteRequestMember: { sample: async (me) => on(await drafted(me), { email: `${newId()}@example.org` }) },
  inviteReviewer: hubs(sent, async () => ({ email: `${newId()}@example.org` })),
  inviteDecider: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { request } = await sent(await somebody())
      await requestDecision(now((await shared).handler), { request })
      const round = (await rowOf(request)).rounds[0]?.id ?? ''
      return { params: { request, round }, body: { email: `${newId()}@example.org` } }
    },
  },
  revokeRequestInvitation: { sample: async (me) => ({ params: await invited(me) }) },
  acceptRequestInvitation: {
    sample: async () => ({ body: { ticket: accessTicket((await invited(await somebody())).invitation) } }),
  },
  addRequestMember: hubs(sent, async () => ({ email: (await somebody()).email })),
  removeRequestMember: {
    sample: async (me) => {
      const member = await somebody()
      return { params: { request: (await withMember(me, member)).request, person: member.id } }
    },
  },
  leaveRequest: { sample: async (me) => on(await withMember(await somebody(), me), {}) },
  changeApplicant: {
    sample: async (me) => {
      const other = await somebody()
      const { request, project } = await withMember(me, other)
      await join(project, other)
      const all = { rootId: me.id, grantorId: me.id, holderId: other.id, authorities: ['request-data'] }
      const period = {
        from: new Date(Date.now() - 1000),
        until: new Date(Date.now() + 86_400_000),
        createdAt: new Date(),
      }
      await db().delegation.create({ data: { id: newId(), projectId: project.id, ...all, ...period } })
      return on({ request }, { person: other.id })
    },
  },
  attachRequestFile: {
    sample: async (me) => ({
      ...on(await drafted(me)),
      query: 'fileName=plan.pdf',
      upload: { type: 'application/pdf', bytes: pdfSaying('A plan') },
    }),
  },
  detachRequestFile: {
    sample: async (me) => {
      const { request, attachment } = await attached(me)
      return { params: { request, attachment } }
    },
  },
  redactRequestFile: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { request, attachment, petra } = await attached(await somebody())
      await submitRequest(now(petra), { request })
      return { params: { request, attachment } }
    },
  },
  downloadRequest: {
    sample: async (me) => {
      const { request } = await attached(me)
      return { params: { request } }
    },
  },
  downloadCertificate: {
    sample: async (me) => {
      const { request } = await granted(me)
      const certificate = await pdf('Deleted', 'certificate.pdf')
      await closeOutRequest(now(me), { request, outcome: 'completed', report: 'It worked', certificate })
      return { params: { request } }
    },
  },
  readRequestEthics: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      return { params: { request: (await sent(await somebody())).request } }
    },
  },
  downloadRequestEthicsDocument: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { request, petra } = await sent(await somebody())
      const approval = (await rowOf(request)).ethicsApprovalId ?? ''
      return { params: { request, approval, document: await documentOf(approval, petra.id) } }
    },
  },
  downloadRequestFile: {
    sample: async (me) => {
      const { request, attachment } = await attached(me)
      return { params: { request, attachment } }
    },
  },
}

const ofGrant = (body: object, prepare?: (made: { request: string; grant: string }) => Promise<unknown>): SampleOf => ({
  needsRole: true,
  sample: async (me) => {
    await handles(me)
    const { request, grant } = await granted(await somebody())
    await prepare?.({ request, grant })
    return { params: { request, grant }, body }
  },
})

/** Right requests about grants and verdicts. */
export const grantSamples: Readonly<Record<string, SampleOf>> = {
  readVerdict: { sample: async () => ({ query: `dataset=${(await shared).slugs[0]}` }) },
  listGrants: { sample: async (me) => ((await granted(me)).grant ? { query: 'expired=true' } : {}) },
  listEntitlements: { sample: async (me) => ((await granted(me)).grant ? {} : {}) },
  extendGrants: hubs(granted, { until: dayIn(600) }),
  declineRenewal: hubs(
    async (petra) => {
      const made = await granted(petra)
      await askRenewal(now(petra), { request: made.request, until: dayIn(600), reason })
      return made
    },
    { reason },
  ),
  suspendGrant: ofGrant({ reason }),
  liftSuspension: ofGrant({}, async (made) => suspendGrant(now((await shared).handler), { ...made, reason })),
  settleRetention: ofGrant({ outcome: 'removed', reason }, async ({ grant: which }) => {
    const [startsAt, endsAt] = [new Date('2010-01-01'), new Date('2012-01-01')]
    await db().accessGrant.update({ where: { id: which }, data: { startsAt, endsAt } })
  }),
  revokeGrants: hubs(granted, { reason }),
}
