import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { changeApproval, discardChange } from '@/lib/ethics/commands/change-approval'
import { returnApproval, verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { registerApproval } from '@/lib/ethics/commands/register-approval'
import { submitApproval, takeBackSubmission, withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import type { ApprovalLine } from '@/lib/ethics/queries/approval-lines'
import { approvals, ethicsQueue } from '@/lib/ethics/queries/approvals'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import {
  ApprovalAddress,
  ChangeApproval,
  ListApprovals,
  RegisterApproval,
  ReturnApproval,
  VerifyApproval,
  WithdrawApproval,
} from '@/lib/ethics/schema/inputs'
import { Approval, Line, renderApproval, renderLine } from './ethics-answers'
import { ethicsDocumentOperations } from './ethics-documents'

const tag = 'Ethics approvals'
const all = '/api/v1/ethics-approvals'
const one = `${all}/{approval}`
const id = z.uuid()
const revision = z.int()
const read = { tag, scope: 'ethics:read', method: 'get' } as const
const write = { tag, scope: 'ethics:write', method: 'post' } as const
const on = { ...write, params: ApprovalAddress } as const
const moved = z.object({ id, revision })

const said = {
  number: '2021-05794-01',
  authority: 'Etikprövningsmyndigheten',
  title: 'AI support for grading of nodal metastases',
  decision: 'approved',
  decidedOn: '2021-11-02',
  legalForceOn: '2021-11-25',
  startedOn: '2022-01-10',
  endsOn: '2027-12-31',
  responsibleResearcher: 'Pia Investigator',
  principalOrganisation: 'Linköping University',
  sites: ['Linköping', 'Lund'],
  purposes: 'Development and validation of grading',
  dataDescription: 'Whole-slide images of lymph nodes, 2015–2021',
  datasets: ['lnco'],
}

export const listApprovals = operation({
  ...read,
  id: 'listEthicsApprovals',
  path: all,
  summary: 'Ethics approvals, the latest first: of your projects; for ethics officers and administrators of all',
  query: ListApprovals,
  answer: z.object({ items: z.array(Line), nextCursor: id.nullable() }),
  door: approvals,
  render: ({ items, next }: { items: ApprovalLine[]; next: string | null }) => ({
    items: items.map(renderLine),
    nextCursor: next,
  }),
})

type Waiting = (ApprovalLine & { own: boolean })[]

export const listQueue = operation({
  ...read,
  id: 'listEthicsApprovalsToVerify',
  path: `${all}/queue`,
  summary: 'What waits for verification, the longest first; for ethics officers, and administrators to look',
  answer: z.object({
    items: z.array(
      Line.extend({ own: z.boolean().meta({ description: 'You take part in it: another officer verifies' }) }),
    ),
  }),
  door: ethicsQueue,
  render: ({ waiting }: { waiting: Waiting }) => ({
    items: waiting.map(({ own, ...line }) => ({ ...renderLine(line), own })),
  }),
})

export const readApproval = operation({
  ...read,
  id: 'readEthicsApproval',
  path: one,
  summary: 'One approval with every version, its documents, deadlines and amendments, and what you may do',
  description: 'For who takes part in the project, ethics officers and administrators; to others there is none.',
  params: ApprovalAddress,
  answer: Approval,
  door: oneApproval,
  render: renderApproval,
})

export const register = operation({
  ...write,
  id: 'registerEthicsApproval',
  path: all,
  summary: 'Register an approval of a project, or an amendment of one, as a draft',
  description:
    'For the principal investigator, or a delegate with the authority over ethics approvals. A Swedish number is kept in its one form; a foreign one is free.',
  body: RegisterApproval.meta({ example: { project: 'nodal-metastases', ...said } }),
  answer: moved,
  status: 201,
  location: ({ id }: { id: string }) => `${all}/${id}`,
  door: registerApproval,
})

export const change = operation({
  ...on,
  method: 'put',
  id: 'changeEthicsApproval',
  path: one,
  summary: 'Change what it says: its draft, or a new version after what was verified or returned',
  description: 'What was verified goes on counting until the change is verified too.',
  body: ChangeApproval.omit({ approval: true }).meta({ example: { expectedRevision: 4, ...said } }),
  answer: moved.extend({ version: z.int() }),
  door: changeApproval,
})

const step = ChangeApproval.pick({ expectedRevision: true })

export const submit = operation({
  ...on,
  id: 'submitEthicsApproval',
  path: `${one}/submit`,
  summary: 'Hand the draft in for verification; it needs the decision as a document',
  body: step,
  answer: moved,
  door: submitApproval,
})

export const takeBack = operation({
  ...on,
  id: 'takeBackEthicsApproval',
  path: `${one}/take-back`,
  summary: 'Take back what waits for verification, to change it',
  body: step,
  answer: moved,
  door: takeBackSubmission,
})

export const discard = operation({
  ...on,
  id: 'discardEthicsApprovalChange',
  path: `${one}/discard`,
  summary: 'Throw the draft of a change away',
  body: step,
  answer: moved,
  door: discardChange,
})

export const withdraw = operation({
  ...on,
  id: 'withdrawEthicsApproval',
  path: `${one}/withdraw`,
  summary: 'Withdraw an approval for good: nothing rests on it from now on',
  body: WithdrawApproval.omit({ approval: true }),
  answer: moved,
  door: withdrawApproval,
})

export const verify = operation({
  ...on,
  id: 'verifyEthicsApproval',
  path: `${one}/verify`,
  summary: 'Verify what waits against its documents, field by field; never for a project of your own',
  description:
    '`confirmed` must name every field of `toCheck`; `datasets` are those that it covers by your own reading.',
  body: VerifyApproval.omit({ approval: true }).meta({
    example: { expectedRevision: 3, confirmed: ['number', 'title', 'decision'], datasets: ['lnco'] },
  }),
  answer: moved.extend({ version: z.int() }),
  door: verifyApproval,
})

export const giveBack = operation({
  ...on,
  id: 'returnEthicsApproval',
  path: `${one}/return`,
  summary: 'Return what waits, with what is missing at each field; never for a project of your own',
  body: ReturnApproval.omit({ approval: true }).meta({
    example: { expectedRevision: 3, missing: { legalForceOn: 'The stamp says 3 February' }, reason: 'See the date' },
  }),
  answer: moved,
  door: returnApproval,
})

export const ethicsOperations = [
  listApprovals,
  listQueue,
  readApproval,
  register,
  change,
  submit,
  takeBack,
  discard,
  withdraw,
  verify,
  giveBack,
  ...ethicsDocumentOperations,
]
