import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { appointPi } from '@/lib/projects/commands/appointments'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import {
  acceptTransfer,
  cancelTransfer,
  confirmTransfer,
  declineTransfer,
  proposeTransfer,
  refuseTransfer,
} from '@/lib/projects/commands/transfers'
import { projectDelegations } from '@/lib/projects/queries/delegations'
import { transferStates } from '@/lib/projects/rules/transfers'
import { ProposeTransfer, RevokeDelegation } from '@/lib/projects/schema/members'
import { AppointPi, TransferChoice, TransferDecision } from '@/lib/projects/schema/transfers'
import { Delegations, Gift } from './project-answers'
import { bodyOf, bySlug, onOne } from './projects'

const tag = 'Project authority'
const one = '/api/v1/projects/{project}'
const write = { tag, scope: 'projects:write', prepare: bySlug } as const
const made = { answer: z.object({ id: z.uuid() }), status: 201 } as const

const list = operation({
  tag,
  ...onOne,
  scope: 'projects:read',
  id: 'listDelegations',
  method: 'get',
  path: `${one}/delegations`,
  summary: 'Who may do what for a project, from whom and until when, as a tree; and what has ended',
  answer: Delegations,
  door: projectDelegations,
  prepare: bySlug,
})

const give = operation({
  ...write,
  ...onOne,
  ...made,
  id: 'delegate',
  method: 'post',
  path: `${one}/delegations`,
  summary: 'Give a member authorities until a day, never more nor longer than you hold',
  body: Gift,
  door: delegate,
})

const revoke = operation({
  ...write,
  id: 'revokeDelegation',
  method: 'delete',
  path: `${one}/delegations/{delegationId}`,
  summary: 'End a delegation at once, and with it all that was given from it',
  params: onOne.params.extend({ delegationId: RevokeDelegation.shape.delegationId }),
  answer: z.object({ id: z.uuid() }),
  door: revokeDelegation,
})

const propose = operation({
  ...write,
  ...onOne,
  ...made,
  id: 'proposeTransfer',
  method: 'post',
  path: `${one}/transfers`,
  summary: 'Propose to hand the PI role to another member',
  body: bodyOf(ProposeTransfer),
  door: proposeTransfer,
})

const step = {
  ...write,
  method: 'post',
  params: onOne.params.extend({ transferId: TransferChoice.shape.transferId }),
  answer: z.object({ id: z.uuid(), state: z.enum(transferStates) }),
} as const
const oneTransfer = `${one}/transfers/{transferId}`

const accept = operation({
  ...step,
  id: 'acceptTransfer',
  path: `${oneTransfer}/accept`,
  summary: 'Agree to lead the project; an administrator then confirms it',
  door: acceptTransfer,
})

const decline = operation({
  ...step,
  id: 'declineTransfer',
  path: `${oneTransfer}/decline`,
  summary: 'Decline to lead the project',
  door: declineTransfer,
})

const cancel = operation({
  ...step,
  id: 'cancelTransfer',
  path: `${oneTransfer}/cancel`,
  summary: 'Take the proposal back',
  door: cancelTransfer,
})

const decided = { ...step, scope: 'admin', body: TransferDecision.pick({ reason: true }) } as const

const confirm = operation({
  ...decided,
  id: 'confirmTransfer',
  path: `${oneTransfer}/confirm`,
  summary:
    'Confirm what both sides agreed on; every delegation of the old PI ends. For administrators who take no part',
  door: confirmTransfer,
})

const refuse = operation({
  ...decided,
  id: 'refuseTransfer',
  path: `${oneTransfer}/refuse`,
  summary: 'Refuse a transfer on which both sides agree. For administrators who take no part',
  door: refuseTransfer,
})

const appoint = operation({
  ...write,
  ...onOne,
  scope: 'admin',
  id: 'appointPi',
  method: 'post',
  path: `${one}/appoint`,
  summary: 'Put a new PI in the place of one whose account is closed. For administrators who take no part',
  body: bodyOf(AppointPi),
  answer: z.object({ slug: z.string(), person: z.uuid() }),
  door: appointPi,
})

export const authorityOperations = {
  list,
  give,
  revoke,
  propose,
  accept,
  decline,
  cancel,
  confirm,
  refuse,
  appoint,
} as const
