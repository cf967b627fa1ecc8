import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { declineRenewal, extendGrants } from '@/lib/access/commands/grants'
import { settleRetention } from '@/lib/access/commands/retention'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { entitlements, entitlementsFile } from '@/lib/access/queries/entitlements'
import { type GrantBasis, grantBasis } from '@/lib/access/queries/grant-basis'
import { type Grants, grants } from '@/lib/access/queries/grants'
import { type AccessVerdict, accessVerdict } from '@/lib/access/queries/verdict'
import { parts, restsOn } from '@/lib/access/rules/basis'
import { reasonCodes } from '@/lib/access/rules/verdict'
import { AskBasis, AskVerdict, Entitlements, GrantPage } from '@/lib/access/schema/reading'
import {
  Extend,
  Lift,
  RequestAddress,
  Revoke,
  SettleRetention,
  Suspend,
  WithReason,
} from '@/lib/access/schema/requests'
import { Answered, stands } from './access-answers'
import { moment } from './identity-answers'

const read = { tag: 'Data access', scope: 'requests:read', method: 'get' } as const
const one = '/api/v1/requests/{request}'
const verb = {
  tag: 'Data access',
  scope: 'requests:write',
  method: 'post',
  params: RequestAddress,
  answer: Answered,
  render: stands,
} as const
const grant = { ...verb, params: z.object({ request: z.uuid(), grant: z.uuid() }) } as const

const Reason = z.object({ code: z.enum(reasonCodes) }).catchall(z.union([z.string(), z.number(), z.null()]))
const OfGrant = z.object({
  grantId: z.uuid(),
  requestId: z.uuid(),
  reference: z.string(),
  until: moment,
  reasons: z.array(Reason),
})

export const readVerdict = operation({
  ...read,
  id: 'readVerdict',
  path: '/api/v1/access',
  summary: 'Whether a person may use a dataset at this moment: until when and by which grant, or every reason why not',
  query: AskVerdict,
  answer: z.object({
    dataset: z.string(),
    user: z.uuid(),
    at: moment,
    may: z.boolean(),
    until: moment.nullable(),
    reasons: z.array(Reason).meta({ description: 'Every reason that fails; empty where the answer is yes' }),
    grants: z.array(OfGrant).meta({ description: 'Each grant that there is, and what stands against it' }),
  }),
  door: accessVerdict,
  render: ({ dataset, user, at, verdict }: AccessVerdict) => ({
    dataset,
    user,
    at,
    may: verdict.may,
    until: verdict.may ? verdict.until : null,
    reasons: verdict.may ? [] : verdict.reasons,
    grants: verdict.grants,
  }),
})

export const listGrants = operation({
  ...read,
  id: 'listGrants',
  path: '/api/v1/grants',
  summary: 'Grants of your requests and of datasets that you handle, those that end soonest first',
  query: GrantPage,
  answer: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        requestId: z.uuid(),
        reference: z.string(),
        title: z.string(),
        dataset: z.string(),
        project: z.string(),
        startsAt: moment,
        endsAt: moment,
        endedAt: moment.nullable(),
        endKind: z.string().nullable(),
        endReason: z.string().nullable(),
        life: z.enum(['to-come', 'running', 'over']),
        suspended: z.boolean(),
        members: z.int(),
        unacknowledged: z
          .int()
          .meta({ description: 'Connected systems that have not acknowledged that it was taken away' }),
        lastUsedAt: moment.nullable(),
        retainUntil: moment,
        retained: z.string().nullable().meta({ description: 'What became of the data after that: kept or removed' }),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  door: grants,
  render: ({ items, next }: Grants) => ({ items, nextCursor: next }),
})

export const readGrantBasis = operation({
  ...read,
  id: 'readGrantBasis',
  path: '/api/v1/grants/{grant}/basis',
  summary: 'What a grant rests on for one person: each part with what fails and until when it holds',
  params: z.object({ grant: z.uuid() }),
  query: AskBasis.omit({ grant: true }),
  answer: z.object({
    grant: z.uuid(),
    dataset: z.string(),
    request: z.uuid(),
    project: z.string(),
    person: z.object({ id: z.uuid(), name: z.string() }),
    may: z.boolean(),
    until: moment.nullable(),
    parts: z.array(
      z.object({
        part: z.enum(parts),
        under: z.enum(parts).nullable().meta({ description: 'The part that rests on it' }),
        holds: z.boolean(),
        until: moment.nullable(),
        reasons: z.array(Reason),
      }),
    ),
    ethicsApprovals: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        status: z.string(),
        isAmendment: z.boolean(),
        endsOn: z.iso.date().nullable().meta({ description: 'The last day of the decision' }),
      }),
    ),
    systems: z
      .array(
        z.object({
          system: z.string(),
          kind: z.string(),
          sequence: z.int(),
          acknowledgedAt: moment.nullable(),
          attempts: z.int(),
        }),
      )
      .meta({ description: 'What connected systems were last told; for who works on the request' }),
  }),
  door: grantBasis,
  render: ({ id, request, project, approvals, systems, ...basis }: GrantBasis) => ({
    grant: id,
    dataset: basis.dataset,
    request: request.id,
    project: project.slug,
    person: basis.person,
    may: basis.may,
    until: basis.until,
    parts: basis.parts.map((one) => ({
      ...one,
      under: one.part === 'grant' ? null : restsOn[one.part],
      holds: one.reasons.length === 0,
    })),
    ethicsApprovals: approvals,
    systems,
  }),
})

export const listEntitlements = operation({
  ...read,
  id: 'listEntitlements',
  path: '/api/v1/entitlements',
  summary:
    'Who may use what, in the meaning of REMS’s entitlements, each with its end: one for each person and dataset',
  query: Entitlements,
  answer: z.array(
    z.object({
      resource: z.string().meta({ description: 'The DOI of the dataset' }),
      user: z.object({ userid: z.uuid(), name: z.string(), email: z.string() }),
      'application-id': z.uuid(),
      reference: z.string(),
      start: moment,
      end: moment,
      mail: z.string(),
      active: z.boolean().meta({ description: 'The live verdict says yes' }),
    }),
  ),
  door: entitlements,
})

export const exportEntitlements = operation({
  ...read,
  id: 'exportEntitlements',
  path: '/api/v1/entitlements/csv',
  summary: 'The same as a table (CSV)',
  query: Entitlements,
  file: 'text/csv',
  answer: z.string(),
  door: entitlementsFile,
})

export const extend = operation({
  ...verb,
  id: 'extendGrants',
  path: `${one}/extend`,
  summary: 'Move the end of grants to a later day, also of those that ran out; answers a wish for more time',
  body: Extend.omit({ request: true }).meta({ example: { until: '2028-12-31' } }),
  door: extendGrants,
})

export const declineMore = operation({
  ...verb,
  id: 'declineRenewal',
  path: `${one}/renewals/decline`,
  summary: 'Decline a wish for more time, with the reason',
  body: WithReason.omit({ request: true }),
  door: declineRenewal,
})

export const suspend = operation({
  ...grant,
  id: 'suspendGrant',
  path: `${one}/grants/{grant}/suspend`,
  summary: 'Suspend a grant at once, with the reason: for everybody, for one person, or all of the project',
  body: Suspend.omit({ request: true, grant: true }),
  door: suspendGrant,
})

export const lift = operation({
  ...grant,
  id: 'liftSuspension',
  path: `${one}/grants/{grant}/lift`,
  summary: 'Lift one suspension of a grant, or the whole act that it is of as far as you handle the datasets',
  body: Lift.omit({ request: true, grant: true }),
  door: liftSuspension,
})

export const settle = operation({
  ...grant,
  id: 'settleRetention',
  path: `${one}/grants/{grant}/retention`,
  summary: 'Note what became of a grant’s data once their ten years near: that they are kept on, or were removed',
  body: SettleRetention.omit({ request: true, grant: true }).meta({
    example: { outcome: 'removed', reason: 'Deleted from every store, as the certificate says' },
  }),
  door: settleRetention,
})

export const revoke = operation({
  ...verb,
  id: 'revokeGrants',
  path: `${one}/revoke`,
  summary: 'Take away for good what was granted, as far as it says: by this request, of one person, or of the project',
  body: Revoke.omit({ request: true }),
  door: revokeGrants,
})

export const grantOperations = [
  readVerdict,
  listGrants,
  readGrantBasis,
  listEntitlements,
  exportEntitlements,
  extend,
  declineMore,
  suspend,
  lift,
  settle,
  revoke,
]
