import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { acceptAccessTerms, publishTerms } from '@/lib/access/commands/terms'
import { keepTermsDocument } from '@/lib/access/commands/terms-documents'
import { assignToWorkflow, editWorkflow, endAssignment, makeWorkflow, setAway } from '@/lib/access/commands/workflows'
import { ownAssignments } from '@/lib/access/queries/assignments'
import { accessTerms, termsDocument } from '@/lib/access/queries/terms'
import { workflows } from '@/lib/access/queries/workflows'
import {
  Assign,
  EditWorkflow,
  MakeWorkflow,
  OneTerms,
  PublishTerms,
  SetAway,
  TermsDocument,
  termsDocumentTypes,
} from '@/lib/access/schema/workflows'
import { readUpload } from '@/lib/platform/storage'
import { Processing } from './access-answers'
import { moment } from './identity-answers'

const tag = 'Data access'
const keep = { tag, scope: 'admin' } as const
const all = '/api/v1/access-workflows'
const one = `${all}/{workflow}`
const params = z.object({ workflow: z.uuid() })
const kept = z.object({ id: z.uuid(), revision: z.int() })
const example = {
  name: 'Pathology of Halland',
  decidedBy: 'deciders',
  rule: 'majority',
  quorum: 2,
  decisionDays: 14,
  reviewDays: 14,
  handlingDays: 10,
  onDeadline: 'hand-back',
  barsOwnInstitute: true,
  hidesHandlers: false,
  disabledVerbs: ['applicant/approved/hand-over'],
  form: 'standard',
  processing: [
    { en: 'Being extracted', sv: 'Tas fram' },
    { en: 'Delivered', sv: 'Levererat' },
  ],
  datasets: ['lnco'],
} as const

const who = z.object({ id: z.uuid(), name: z.string() })
const Assigned = z.object({
  role: z.enum(['handler', 'reviewer', 'decider']),
  workflow: z.object({ id: z.uuid(), name: z.string(), isDefault: z.boolean() }),
  awayUntil: moment.nullable(),
})
const Own = Assigned.extend({
  isAway: z.boolean(),
  deputy: who.nullable(),
  deputies: z.array(who).meta({ description: 'Who could stand in' }),
})

export const listWorkflows = operation({
  ...keep,
  method: 'get',
  id: 'listWorkflows',
  path: all,
  summary: 'How requests are worked: each workflow with its datasets and who is assigned to it',
  answer: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      decidedBy: z.string(),
      rule: z.string(),
      quorum: z.int(),
      decisionDays: z.int(),
      reviewDays: z.int(),
      handlingDays: z.int().meta({ description: 'Days that handlers have before a request has waited too long' }),
      onDeadline: z.string(),
      barsOwnInstitute: z.boolean(),
      hidesHandlers: z.boolean().meta({ description: 'Those who ask are not told who of the hub did what' }),
      disabledVerbs: z.array(z.string()).meta({ description: 'What is switched off, as role/state/verb' }),
      processing: z.array(Processing).meta({ description: 'How far the hub can have come with a request, in order' }),
      form: z.string().meta({ description: 'The address of the form that requests for its datasets are made with' }),
      isDefault: z.boolean(),
      createdAt: moment,
      revision: z.int(),
      datasets: z.array(z.string()),
      assignments: z.array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          role: z.string(),
          holdsRole: z.boolean().meta({ description: 'Without the hub role the assignment counts for nothing' }),
          awayUntil: moment.nullable(),
          deputy: z.string().nullable(),
        }),
      ),
    }),
  ),
  door: workflows,
})

export const make = operation({
  ...keep,
  method: 'post',
  id: 'makeWorkflow',
  path: all,
  summary: 'Make a group of datasets with a workflow of its own: who decides, by which rule, with which deadlines',
  body: MakeWorkflow.meta({ example }),
  answer: kept,
  status: 201,
  door: makeWorkflow,
})

export const edit = operation({
  ...keep,
  method: 'put',
  id: 'editWorkflow',
  path: one,
  summary:
    'Change a workflow; rounds that run keep the rule they were opened with, requests the processing state they are in',
  params,
  body: EditWorkflow.omit({ workflow: true }).meta({ example: { ...example, expectedRevision: 1 } }),
  answer: kept,
  door: editWorkflow,
})

export const assign = operation({
  ...keep,
  method: 'post',
  id: 'assignToWorkflow',
  path: `${one}/assignments`,
  summary: 'Let somebody who holds the hub role handle, review or decide for a workflow',
  params,
  body: Assign.omit({ workflow: true }),
  answer: z.object({ id: z.uuid() }),
  status: 201,
  door: assignToWorkflow,
})

export const unassign = operation({
  ...keep,
  method: 'delete',
  id: 'endAssignment',
  path: `${one}/assignments/{role}/{person}`,
  summary: 'End an assignment; what they were asked already stays theirs to answer',
  params: z.object({ workflow: z.uuid(), role: z.string(), person: z.uuid() }),
  answer: z.object({ id: z.uuid() }),
  door: endAssignment,
})

export const away = operation({
  tag,
  scope: 'requests:write',
  method: 'post',
  id: 'setAway',
  path: `${one}/away`,
  summary: 'Say that you are away until a day, and who stands in for you; without a day, that you are back',
  params,
  body: SetAway.omit({ workflow: true }),
  answer: z.object({ id: z.uuid() }),
  door: setAway,
})

export const listOwnAssignments = operation({
  tag,
  scope: 'requests:read',
  method: 'get',
  id: 'listOwnAssignments',
  path: '/api/v1/access-assignments',
  summary: 'For which workflows you handle, review or decide, whether you are away, and for whom you stand in',
  answer: z.object({ own: z.array(Own), standingIn: z.array(Assigned.extend({ for: z.string() })) }),
  door: ownAssignments,
})

const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep the data safe.', bodySv: 'Förvara data säkert.' }

const Document = z.object({ id: z.uuid(), name: z.string(), size: z.int(), sha256: z.string() })
const part = 'Part of what is accepted, and never changed; null: there is none in this language'

export const listTerms = operation({
  tag,
  scope: null,
  method: 'get',
  id: 'listAccessTerms',
  path: '/api/v1/access-terms',
  summary: 'The terms of access in every version: the standard ones, those of datasets, and those that handlers add',
  answer: z.array(
    z.object({
      id: z.uuid(),
      subject: z.string(),
      version: z.int(),
      titleEn: z.string(),
      titleSv: z.string(),
      bodyEn: z.string(),
      bodySv: z.string(),
      linkEn: z.url().nullable().meta({ description: 'Where the terms stand elsewhere' }),
      linkSv: z.url().nullable(),
      documentEn: Document.nullable().meta({ description: part }),
      documentSv: Document.nullable().meta({ description: part }),
      changeNote: z.string(),
      publishedAt: moment,
      bindsFrom: moment,
    }),
  ),
  door: accessTerms,
})

export const publish = operation({
  tag,
  scope: 'catalogue:write',
  method: 'post',
  id: 'publishAccessTerms',
  path: '/api/v1/access-terms',
  summary: 'Publish the next version of terms of access; it binds after its days of notice',
  body: PublishTerms.meta({ example: { subject: 'standard', ...words, changeNote: 'Clearer words', noticeDays: 30 } }),
  answer: z.object({ id: z.uuid(), version: z.int(), bindsFrom: moment }),
  status: 201,
  door: publishTerms,
})

export const keepDocument = operation({
  tag,
  scope: 'catalogue:write',
  method: 'post',
  id: 'keepTermsDocument',
  path: '/api/v1/access-terms/documents',
  summary: 'Add a PDF of at most 10 MB to publish with terms of access within a day, by its id',
  query: z.object({ fileName: z.string().max(1000).optional() }),
  uploads: termsDocumentTypes,
  answer: Document,
  status: 201,
  prepare: async ({ upload, fileName: name, ...said }) =>
    upload instanceof Uint8Array
      ? { ...said, file: await readUpload({ name: String(name ?? ''), bytes: upload }, termsDocumentTypes) }
      : said,
  door: keepTermsDocument,
})

export const readTermsDocument = operation({
  tag,
  scope: null,
  method: 'get',
  id: 'readTermsDocument',
  path: '/api/v1/access-terms/{terms}/documents/{language}',
  summary: 'The document of a version of terms of access, as it was published',
  params: TermsDocument,
  file: true,
  answer: z.string().meta({ description: 'The PDF' }),
  door: termsDocument,
})

export const accept = operation({
  tag,
  scope: 'requests:write',
  sessionOnly: true,
  method: 'post',
  id: 'acceptAccessTerms',
  path: '/api/v1/access-terms/{terms}/accept',
  summary: 'Accept a version of terms of access, for yourself, in a signed-in browser',
  params: OneTerms,
  answer: z.object({ terms: z.uuid(), acceptedAt: moment }),
  door: acceptAccessTerms,
})

export const workflowOperations = [
  listWorkflows,
  make,
  edit,
  assign,
  unassign,
  away,
  listOwnAssignments,
  listTerms,
  publish,
  keepDocument,
  readTermsDocument,
  accept,
]
