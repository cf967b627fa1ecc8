import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { addDocument, removeDocument } from '@/lib/ethics/commands/keep-documents'
import { readDocument } from '@/lib/ethics/commands/read-document'
import { AddDocument, ApprovalAddress, DocumentAddress, RemoveDocument } from '@/lib/ethics/schema/inputs'
import { readUpload } from '@/lib/platform/storage'

const tag = 'Ethics approvals'
const all = '/api/v1/ethics-approvals/{approval}/documents'
const one = `${all}/{document}`
const pdf = 'application/pdf'
const kept = z.object({ id: z.uuid(), revision: z.int() })

/** The PDF of a request as the command takes it; without one the command says what is missing. */
const withFile = async ({ upload, fileName: name, ...said }: Record<string, unknown>) =>
  upload instanceof Uint8Array
    ? { ...said, file: await readUpload({ name: String(name ?? ''), bytes: upload }, [pdf]) }
    : said

export const add = operation({
  tag,
  scope: 'ethics:write',
  method: 'post',
  id: 'addEthicsDocument',
  path: all,
  summary: 'Add a document as a PDF of at most 10 MB to the draft, or begin one with it',
  params: ApprovalAddress,
  query: AddDocument.pick({ expectedRevision: true, kind: true }).extend({
    fileName: z.string().max(1000).optional().meta({ description: 'The name under which the file is kept' }),
  }),
  uploads: [pdf],
  answer: kept,
  status: 201,
  prepare: withFile,
  door: addDocument,
})

export const remove = operation({
  tag,
  scope: 'ethics:write',
  method: 'delete',
  id: 'removeEthicsDocument',
  path: one,
  summary: 'Take a document out of the draft; versions that were handed in keep theirs',
  params: DocumentAddress,
  query: RemoveDocument.pick({ expectedRevision: true }),
  answer: kept,
  door: removeDocument,
})

export const download = operation({
  tag,
  scope: 'ethics:read',
  method: 'post',
  id: 'downloadEthicsDocument',
  path: `${one}/download`,
  summary: 'Take a copy of a document; the journal keeps that you did',
  params: DocumentAddress,
  file: true,
  answer: z.string().meta({ description: 'The PDF' }),
  door: readDocument,
})

export const ethicsDocumentOperations = [add, remove, download]
