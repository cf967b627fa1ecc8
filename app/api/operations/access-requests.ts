import { z } from 'zod'
import { exactly } from '@/app/api/exactly'
import { operation } from '@/app/api/operation'
import { type Archive, archiveOf } from '@/app/request-archive'
import { text } from '@/components/messages'
import { downloadCertificate, takeArchive } from '@/lib/access/commands/archive'
import { beginRequest } from '@/lib/access/commands/begin'
import { copyAsNew, deleteDraft, handOver } from '@/lib/access/commands/copies'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal } from '@/lib/access/commands/grants'
import { remark } from '@/lib/access/commands/remarks'
import { resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { type OwnRequests, ownRequests } from '@/lib/access/queries/own-requests'
import { oneRequest, type WholeRequest } from '@/lib/access/queries/request'
import { missingOf } from '@/lib/access/rules/checklist'
import { RequestPage } from '@/lib/access/schema/reading'
import {
  AskRenewal,
  BeginRequest,
  ChangeDatasets,
  CloseOut,
  HandOver,
  OneCertificate,
  OneRequest,
  Remark,
  RequestAddress,
  SaveDraft,
} from '@/lib/access/schema/requests'
import { readUpload } from '@/lib/platform/storage'
import { Answered, formAddress, Listed, medians, stands, Whole } from './access-answers'

const read = { tag: 'Data access', scope: 'requests:read', method: 'get' } as const
const write = { tag: 'Data access', scope: 'requests:write' } as const
const all = '/api/v1/requests'
const one = `${all}/{request}`
const params = RequestAddress

/** A verb of somebody who asks, on one request. */
const verb = { ...write, method: 'post', params, answer: Answered, render: stands } as const
const revision = OneRequest.pick({ expectedRevision: true })

export const listOwnRequests = operation({
  ...read,
  id: 'listOwnRequests',
  path: all,
  summary: 'The data access requests that you take part in, or whose project you take part in, the newest first',
  query: RequestPage,
  answer: z.object({ items: z.array(Listed.extend({ formAddress })), nextCursor: z.uuid().nullable(), medians }),
  door: ownRequests,
  render: ({ items, next, medians: days }: OwnRequests) => ({ items, nextCursor: next, medians: days }),
})

export const begin = operation({
  ...write,
  method: 'post',
  id: 'beginRequest',
  path: all,
  summary:
    'Begin a request for datasets; without a project, for one of yours for data access only, which is made if need be',
  body: BeginRequest.meta({
    example: { datasets: ['ctpa'], title: 'Grading of emboli', institution: 'Lund University' },
  }),
  answer: Answered,
  status: 201,
  door: beginRequest,
  location: ({ id }: { id: string }) => `${all}/${id}`,
})

export const readRequest = operation({
  ...read,
  id: 'readRequest',
  path: one,
  summary: 'One request with everything of it that you may see, and what you may do',
  params,
  answer: Whole,
  door: oneRequest,
  render: ({ readiness, remarks, attachments, ...request }: WholeRequest, { language }) =>
    exactly(Whole, {
      ...request,
      attachments: attachments.map(({ by, ...file }) => ({
        ...file,
        by: by ?? text(language)('identity.journal.withheld'),
      })),
      remarks: remarks.map(({ author, ...remark }) => ({
        ...remark,
        author: author ?? text(language)('identity.journal.withheld'),
      })),
      missing: missingOf(readiness?.checklist ?? []),
    }),
})

export const save = operation({
  ...write,
  method: 'patch',
  id: 'saveRequestDraft',
  path: one,
  summary: 'Save what was typed of a draft: only the fields that are sent change',
  params,
  body: SaveDraft.omit({ request: true }).meta({ example: { title: 'Grading of emboli', wantedUntil: '2027-12-31' } }),
  answer: Answered.extend({ saved: z.array(z.string()).meta({ description: 'The fields that changed' }) }),
  door: saveDraft,
  render: (result: z.output<typeof Answered> & { saved: string[] }) => ({ ...stands(result), saved: result.saved }),
})

export const throwAway = operation({
  ...write,
  method: 'delete',
  id: 'deleteRequestDraft',
  path: one,
  summary: 'Throw a draft away that was never submitted',
  params,
  answer: z.null(),
  status: 204,
  door: deleteDraft,
})

export const changeCart = operation({
  ...verb,
  id: 'changeRequestDatasets',
  path: `${one}/datasets`,
  summary: 'Put datasets into a request and take others out; of a submitted one, for the handler of these datasets',
  body: ChangeDatasets.omit({ request: true }),
  door: changeDatasets,
})

export const submit = operation({
  ...verb,
  id: 'submitRequest',
  path: `${one}/submit`,
  summary: 'Submit a request, the first time or after it was returned',
  body: revision,
  door: submitRequest,
})

export const withdraw = operation({
  ...verb,
  id: 'withdrawRequest',
  path: `${one}/withdraw`,
  summary: 'Take a request back before it is decided',
  body: revision,
  door: withdrawRequest,
})

export const resume = operation({
  ...verb,
  id: 'resumeRequest',
  path: `${one}/resume`,
  summary: 'Make a draft again of what was taken back',
  body: revision,
  door: resumeRequest,
})

export const copy = operation({
  ...verb,
  id: 'copyRequest',
  path: `${one}/copy`,
  summary: 'Begin another request that says the same',
  status: 201,
  door: copyAsNew,
  location: ({ id }: { id: string }) => `${all}/${id}`,
})

const remarkWords = Remark.omit({ request: true, file: true })

export const makeRemark = operation({
  ...verb,
  id: 'remarkOnRequest',
  path: `${one}/remarks`,
  summary: 'Write a remark; the hub’s own are seen by those who ask only where isPublic says so',
  description:
    'As JSON without a file; with one, its PDF of at most 10 MB is the body, and everything else stands in the query. Who sees the remark sees its file.',
  query: remarkWords.partial().extend({ fileName: z.string().max(1000).optional() }),
  body: remarkWords.meta({ example: { text: 'The committee meets on Thursday', isPublic: true } }),
  uploads: ['application/pdf'],
  prepare: async ({ upload, fileName: name, ...said }) =>
    upload instanceof Uint8Array
      ? { ...said, file: await readUpload({ name: String(name ?? ''), bytes: upload }, ['application/pdf']) }
      : said,
  status: 201,
  door: remark,
})

export const renew = operation({
  ...verb,
  id: 'askRenewal',
  path: `${one}/renewals`,
  summary: 'Ask for more time, with the reason',
  body: AskRenewal.omit({ request: true }),
  door: askRenewal,
})

const words = CloseOut.omit({ request: true, certificate: true })

export const closeOut = operation({
  ...verb,
  id: 'closeOutRequest',
  path: `${one}/close-out`,
  summary:
    'End a request with a report, publications and the copies that are left; its grants end at once. One that others ended stays as it is',
  description:
    'As JSON without a certificate of deletion; with one, its PDF of at most 10 MB is the body, and everything else stands in the query.',
  query: words.partial().extend({ fileName: z.string().max(1000).optional() }),
  body: words.meta({ example: { outcome: 'completed', report: 'Published in 2027.', copies: 'None.' } }),
  uploads: ['application/pdf'],
  prepare: async ({ upload, fileName: name, ...said }) =>
    upload instanceof Uint8Array
      ? {
          ...said,
          certificate: await readUpload(
            { name: String(name ?? ''), bytes: upload },
            ['application/pdf'],
            'certificate',
          ),
        }
      : said,
  door: closeOutRequest,
})

export const readCertificate = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'post',
  id: 'downloadCertificate',
  path: `${one}/close-out/certificate`,
  params,
  query: OneCertificate.pick({ ordinal: true }),
  summary:
    'Take a copy of the certificate of deletion with which a request was closed out; the journal keeps that you did',
  file: true,
  answer: z.string().meta({ description: 'The file' }),
  door: downloadCertificate,
})

export const takeAll = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'post',
  id: 'downloadRequest',
  path: `${one}/download`,
  params,
  summary: 'A request as a PDF together with its files, as one ZIP archive; the journal keeps that you took it',
  file: true,
  answer: z.string().meta({ description: 'The archive' }),
  door: takeArchive,
  render: (taken: Archive, ctx) => archiveOf(ctx, taken),
})

export const passOn = operation({
  ...verb,
  id: 'handOverRequest',
  path: `${one}/hand-over`,
  summary: 'Begin the same request for a project of another institution; these grants end when that one is approved',
  body: HandOver.omit({ request: true }),
  door: handOver,
})

export const requestOperations = [
  listOwnRequests,
  begin,
  readRequest,
  save,
  throwAway,
  changeCart,
  submit,
  withdraw,
  resume,
  copy,
  makeRemark,
  renew,
  closeOut,
  readCertificate,
  takeAll,
  passOn,
]
