import { z } from 'zod'
import { operation } from '@/app/api/operation'
import {
  countersignDocument,
  returnDocument,
  terminateDocument,
  withdrawDocument,
} from '@/lib/agreements/commands/decide-document'
import { downloadDocument } from '@/lib/agreements/commands/download-document'
import { submitDocument } from '@/lib/agreements/commands/submit-document'
import { type ProjectAgreements, projectAgreements } from '@/lib/agreements/queries/project-agreements'
import { signedKinds } from '@/lib/agreements/rules/in-force'
import {
  CountersignDocument,
  DocumentAddress,
  DownloadDocument,
  ProjectAddress,
  ReturnDocument,
  SubmitDocument,
} from '@/lib/agreements/schema/inputs'
import { readUpload } from '@/lib/platform/storage'
import { moment } from './identity-answers'

const tag = 'Agreements'
const all = '/api/v1/projects/{project}/agreements'
const one = `${all}/{document}`
const pdf = 'application/pdf'
const kind = z.enum(signedKinds)
const fileName = z.string().max(1000).optional().meta({ description: 'The name under which the file is kept' })
const revision = z.int()

/** The PDF of a request as the commands take it; without one the command says what is missing. */
const withFile = async ({ upload, fileName: name, ...said }: Record<string, unknown>) =>
  upload instanceof Uint8Array
    ? { ...said, file: await readUpload({ name: String(name ?? ''), bytes: upload }, [pdf]) }
    : said

const File = z.object({ name: z.string(), type: z.string(), size: z.int(), sha256: z.string() })
const Document = z.object({
  id: z.uuid(),
  kind,
  version: z.int().meta({ description: 'Of the text that was signed' }),
  standing: z
    .enum(['submitted', 'withdrawn', 'returned', 'terminated', 'to-come', 'in-force', 'expired', 'other-institution'])
    .meta({ description: 'How it stands at this moment' }),
  institutionName: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: moment,
  validFrom: moment.nullable(),
  validUntil: moment.nullable().meta({ description: 'From this moment on it is over' }),
  countersignedBy: z.string().nullable(),
  countersignedAt: moment.nullable(),
  reason: z.string().nullable().meta({ description: 'Why it was returned or terminated' }),
  terminatedAt: moment.nullable(),
  revision,
  file: File.nullable(),
  countersignedFile: File.nullable().meta({ description: 'The copy with both signatures' }),
  may: z.array(z.string()).meta({ description: 'What you may do with it now' }),
})

export const readProjectAgreements = operation({
  id: 'readProjectAgreements',
  method: 'get',
  path: all,
  summary: 'The agreements of a project: which are not in force, every document, and which versions can be signed now',
  tag,
  scope: 'projects:read',
  params: ProjectAddress,
  answer: z.object({
    missing: z.array(kind).meta({ description: 'Without these, services for personal data are refused' }),
    texts: z.array(
      z.object({
        kind,
        binding: z.int().nullable(),
        versions: z.array(z.object({ version: z.int(), bindsFrom: moment })),
      }),
    ),
    documents: z.array(Document),
    maySubmit: z.boolean(),
  }),
  door: projectAgreements,
  render: ({ missing, texts, documents, maySubmit }: ProjectAgreements) => ({ missing, texts, documents, maySubmit }),
})

export const submit = operation({
  id: 'submitAgreement',
  method: 'post',
  path: all,
  summary: 'Hand in a signed agreement as a PDF of at most 10 MB; it waits for the hub to countersign it',
  description: 'For the project’s principal investigator, or a delegate who holds every authority.',
  tag,
  scope: 'projects:write',
  params: ProjectAddress,
  query: SubmitDocument.pick({ kind: true, version: true }).extend({ fileName }),
  uploads: [pdf],
  answer: z.object({ id: z.uuid(), state: z.literal('submitted'), revision }),
  status: 201,
  prepare: withFile,
  door: submitDocument,
})

const decision = { method: 'post', tag, scope: 'admin', params: DocumentAddress } as const
const days = CountersignDocument.pick({ expectedRevision: true, firstDay: true, lastDay: true })

export const countersign = operation({
  ...decision,
  id: 'countersignAgreement',
  path: `${one}/countersign`,
  summary: 'Countersign for the hub: in force from the first day to the last; never for a project of your own',
  description: 'As JSON, or with the copy that both have signed as application/pdf and the rest in the query.',
  query: days.partial().extend({ fileName }),
  body: days.meta({ example: { expectedRevision: 1, firstDay: '2026-12-01', lastDay: '2028-11-30' } }),
  uploads: [pdf],
  answer: z.object({
    id: z.uuid(),
    state: z.literal('countersigned'),
    revision,
    validFrom: moment,
    validUntil: moment,
  }),
  prepare: withFile,
  door: countersignDocument,
})

const why = ReturnDocument.pick({ expectedRevision: true, reason: true })

export const giveBack = operation({
  ...decision,
  id: 'returnAgreement',
  path: `${one}/return`,
  summary: 'Give a document back to its project unsigned, with the reason',
  body: why,
  answer: z.object({ id: z.uuid(), state: z.literal('returned'), revision }),
  door: returnDocument,
})

export const terminate = operation({
  ...decision,
  id: 'terminateAgreement',
  path: `${one}/terminate`,
  summary: 'End an agreement at once, with the reason',
  body: why,
  answer: z.object({ id: z.uuid(), state: z.literal('terminated'), revision }),
  door: terminateDocument,
})

export const withdraw = operation({
  ...decision,
  id: 'withdrawAgreement',
  scope: 'projects:write',
  path: `${one}/withdraw`,
  summary: 'Take a document back while it waits for the hub',
  body: days.pick({ expectedRevision: true }),
  answer: z.object({ id: z.uuid(), state: z.literal('withdrawn'), revision }),
  door: withdrawDocument,
})

export const download = operation({
  ...decision,
  id: 'downloadAgreement',
  scope: 'projects:read',
  path: `${one}/download`,
  summary: 'Take a copy of a signed agreement; the journal keeps that you did',
  query: DownloadDocument.pick({ file: true }).partial(),
  file: true,
  answer: z.string().meta({ description: 'The PDF' }),
  door: downloadDocument,
})

export const documentOperations = [readProjectAgreements, submit, countersign, giveBack, terminate, withdraw, download]
