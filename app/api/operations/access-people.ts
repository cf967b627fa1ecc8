import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { addMember } from '@/lib/access/commands/adding'
import { attachFile, detachFile, downloadAttachment, redactFile } from '@/lib/access/commands/attachments'
import { inviteDecider, inviteMember, inviteReviewer, revokeInvitation } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation, changeApplicant, leaveRequest, removeMember } from '@/lib/access/commands/members'
import {
  AddMember,
  Attach,
  attachedTypes,
  Invite,
  OneMember,
  OneRequest,
  RequestAddress,
  Ticket,
} from '@/lib/access/schema/requests'
import { readUpload } from '@/lib/platform/storage'
import { Answered, stands } from './access-answers'

const one = '/api/v1/requests/{request}'
const verb = {
  tag: 'Data access',
  scope: 'requests:write',
  method: 'post',
  params: RequestAddress,
  answer: Answered,
  render: stands,
} as const
const email = Invite.pick({ email: true, name: true }).meta({
  example: { email: 'colleague@example.org', name: 'Nora Nära' },
})
const invited = Answered.extend({ invitation: z.uuid() })
const sent = (result: z.output<typeof invited>) => ({ ...stands(result), invitation: result.invitation })
const invite = { ...verb, body: email, answer: invited, render: sent, status: 201 } as const
const file = { ...verb, params: z.object({ request: z.uuid(), attachment: z.uuid() }) } as const

export const askMember = operation({
  ...invite,
  id: 'inviteRequestMember',
  path: `${one}/invitations`,
  summary:
    'Invite somebody by mail to use the data under a request, as one who asks or who handles it; the link is good once, for fourteen days',
  door: inviteMember,
})

export const askReviewer = operation({
  ...invite,
  id: 'inviteReviewer',
  path: `${one}/reviews/invitations`,
  summary: 'Invite somebody by mail to review a request',
  door: inviteReviewer,
})

export const askDecider = operation({
  ...invite,
  id: 'inviteDecider',
  path: `${one}/rounds/{round}/invitations`,
  params: z.object({ request: z.uuid(), round: z.uuid() }),
  summary: 'Invite somebody by mail to decide in a running round',
  door: inviteDecider,
})

export const takeBack = operation({
  ...verb,
  method: 'delete',
  id: 'revokeRequestInvitation',
  path: `${one}/invitations/{invitation}`,
  params: z.object({ request: z.uuid(), invitation: z.uuid() }),
  summary: 'Make an open invitation’s link worthless',
  door: revokeInvitation,
})

export const come = operation({
  tag: 'Data access',
  scope: 'requests:write',
  method: 'post',
  id: 'acceptRequestInvitation',
  path: '/api/v1/requests/accept-invitation',
  summary: 'Follow a mailed link: become a member, a reviewer or a decider of a request',
  body: Ticket,
  answer: z.object({ id: z.uuid() }),
  door: acceptAccessInvitation,
})

export const remove = operation({
  ...verb,
  method: 'delete',
  id: 'removeRequestMember',
  path: `${one}/members/{person}`,
  params: z.object({ request: z.uuid(), person: z.uuid() }),
  summary: 'Take somebody out of a request: they may no longer use the data by it',
  door: removeMember,
})

export const add = operation({
  ...verb,
  id: 'addRequestMember',
  path: `${one}/members`,
  summary: 'As a handler, make somebody who has an account a member, by the address that they sign in with',
  body: AddMember.pick({ email: true, expectedRevision: true }),
  status: 201,
  door: addMember,
})

export const leave = operation({
  ...verb,
  id: 'leaveRequest',
  path: `${one}/leave`,
  summary: 'Leave a request',
  body: OneRequest.pick({ expectedRevision: true }),
  door: leaveRequest,
})

export const lead = operation({
  ...verb,
  id: 'changeApplicant',
  path: `${one}/applicant`,
  summary: 'Let another member lead the request, who may ask for data in the project’s name',
  body: OneMember.pick({ person: true, expectedRevision: true }),
  door: changeApplicant,
})

export const attach = operation({
  ...verb,
  id: 'attachRequestFile',
  path: `${one}/attachments`,
  summary: 'Add a PDF or a table as CSV of at most 10 MB to a draft',
  query: Attach.pick({ fieldKey: true })
    .partial()
    .extend({ fileName: z.string().max(1000).optional() }),
  uploads: attachedTypes,
  answer: Answered.extend({ attachment: z.uuid() }),
  status: 201,
  prepare: async ({ upload, fileName: name, ...said }) =>
    upload instanceof Uint8Array
      ? { ...said, file: await readUpload({ name: String(name ?? ''), bytes: upload }, attachedTypes) }
      : said,
  door: attachFile,
  render: (result: z.output<typeof Answered> & { attachment: string }) => ({
    ...stands(result),
    attachment: result.attachment,
  }),
})

export const detach = operation({
  ...file,
  method: 'delete',
  id: 'detachRequestFile',
  path: `${one}/attachments/{attachment}`,
  summary: 'Take a file out of a draft',
  door: detachFile,
})

export const redact = operation({
  ...file,
  id: 'redactRequestFile',
  path: `${one}/attachments/{attachment}/redact`,
  summary: 'Erase a file for good and keep the entry that there was one',
  door: redactFile,
})

export const download = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'post',
  id: 'downloadRequestFile',
  path: `${one}/attachments/{attachment}/download`,
  params: z.object({ request: z.uuid(), attachment: z.uuid() }),
  summary: 'Take a copy of a file of a request; the journal keeps that you did',
  file: true,
  answer: z.string().meta({ description: 'The file' }),
  door: downloadAttachment,
})

export const requestPeopleOperations = [
  askMember,
  askReviewer,
  askDecider,
  takeBack,
  come,
  add,
  remove,
  leave,
  lead,
  attach,
  detach,
  redact,
  download,
]
