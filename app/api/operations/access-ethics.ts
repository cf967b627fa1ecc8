import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { readEthicsDocument } from '@/lib/access/commands/ethics-documents'
import { type RequestEthics, requestEthics } from '@/lib/access/queries/request-ethics'
import { EthicsDocument, RequestAddress } from '@/lib/access/schema/requests'
import { checkedFields } from '@/lib/ethics/rules/fields'
import { Approval, renderApproval } from './ethics-answers'
import { moment } from './identity-answers'

const one = '/api/v1/requests/{request}/ethics'
const Confirmed = z.object({
  field: z.enum(checkedFields),
  version: z.int(),
  by: z.string().nullable(),
  at: moment.nullable(),
})
const Read = Approval.omit({ revision: true, toCheck: true, may: true }).extend({
  confirmed: z
    .array(Confirmed)
    .meta({ description: 'Each field that an officer compared with the documents, and when' }),
  waiting: z
    .object({ ordinal: z.int(), submittedAt: moment.nullable(), changed: z.array(z.enum(checkedFields)) })
    .nullable()
    .meta({ description: 'A change that waits for verification; until then the earlier version counts' }),
})

function rendered({ confirmed, waiting, shown, isVerified, ...approval }: RequestEthics['approvals'][number]) {
  const governing = isVerified ? { ordinal: shown.ordinal } : null
  const {
    toCheck: _,
    may: __,
    revision: ___,
    ...said
  } = renderApproval({ ...approval, governing, toCheck: [], may: [], revision: 0 })
  return { ...said, waiting, confirmed: [...confirmed].map(([field, by]) => ({ field, ...by })) }
}

export const readEthics = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'get',
  id: 'readRequestEthics',
  path: one,
  summary: 'The ethics approval that a request rests on, with its amendments, for who handles, reviews or decides it',
  params: RequestAddress,
  answer: z.object({ id: z.uuid(), reference: z.string(), title: z.string(), approvals: z.array(Read) }),
  door: requestEthics,
  render: ({ approvals, ...of }: RequestEthics) => ({ ...of, approvals: approvals.map(rendered) }),
})

export const downloadEthics = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'post',
  id: 'downloadRequestEthicsDocument',
  path: `${one}/{approval}/documents/{document}/download`,
  summary: 'Take a copy of a document of that approval; the journal keeps that you did',
  params: EthicsDocument,
  file: true,
  answer: z.string().meta({ description: 'The PDF' }),
  door: readEthicsDocument,
})

export const requestEthicsOperations = [readEthics, downloadEthics]
