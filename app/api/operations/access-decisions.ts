import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { text } from '@/components/messages'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { addTerms, assignExternalId, resolveUse } from '@/lib/access/commands/handling'
import { changeProcessingState } from '@/lib/access/commands/processing'
import { replaceTask, requestReview, review } from '@/lib/access/commands/reviews'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest } from '@/lib/access/commands/submission'
import { type RequestHistory, requestHistory } from '@/lib/access/queries/history'
import { HistoryPage } from '@/lib/access/schema/reading'
import {
  AddTerms,
  Answer,
  Approve,
  AssignExternalId,
  ChangeProcessingState,
  Reject,
  ReplaceTask,
  RequestAddress,
  RequestDecision,
  RequestReview,
  ResolveUse,
  ReturnRequest,
  WithReason,
} from '@/lib/access/schema/requests'
import { Answered, stands } from './access-answers'
import { moment } from './identity-answers'

const read = { tag: 'Data access', scope: 'requests:read', method: 'get' } as const
const all = '/api/v1/requests'
const one = `${all}/{request}`
const params = RequestAddress
/** A verb of the hub, on one request. */
const verb = {
  tag: 'Data access',
  scope: 'requests:write',
  method: 'post',
  params,
  answer: Answered,
  render: stands,
} as const
const task = { ...verb, params: z.object({ request: z.uuid(), task: z.uuid() }) } as const
const reason = WithReason.omit({ request: true })

export const readHistory = operation({
  ...read,
  id: 'readRequestHistory',
  path: `${one}/history`,
  summary: 'What was done with a request and its grants, the newest first',
  params,
  query: HistoryPage.pick({ before: true }),
  answer: z.object({
    entries: z.array(
      z.object({
        id: z.uuid(),
        at: moment,
        type: z.string(),
        actorKind: z.string(),
        actor: z.string().nullable().meta({
          description: 'Where actorKind is withheld, that it was the hub’s handlers: who of them is not told',
        }),
        behalf: z.string().nullable().meta({ description: 'In whose name, where that is another' }),
        person: z.string().nullable().meta({ description: 'Whom it concerned besides' }),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    next: z.uuid().nullable(),
  }),
  door: requestHistory,
  render: ({ entries, next }: RequestHistory, { language }) => ({
    entries: entries.map(({ stream: _, seq: __, subject: ___, subjectId: ____, ...entry }) => ({
      ...entry,
      actor: entry.actorKind === 'withheld' ? text(language)('identity.journal.withheld') : entry.actor,
    })),
    next,
  }),
})

export const askReview = operation({
  ...verb,
  id: 'requestReview',
  path: `${one}/reviews`,
  summary: 'Ask reviewers for what they think: those that you name, or whoever reviews for your datasets now',
  body: RequestReview.omit({ request: true }),
  door: requestReview,
})

export const giveReview = operation({
  ...task,
  id: 'giveReview',
  path: `${one}/tasks/{task}/review`,
  summary: 'Give the review that you were asked for',
  body: Answer.omit({ request: true, task: true }),
  door: review,
})

export const askDecision = operation({
  ...verb,
  id: 'requestDecision',
  path: `${one}/rounds`,
  summary: 'Ask the deciders: a round for each workflow of your datasets that wait, by its rule, quorum and deadline',
  body: RequestDecision.omit({ request: true }),
  door: requestDecision,
})

export const giveDecision = operation({
  ...task,
  id: 'giveDecision',
  path: `${one}/tasks/{task}/decide`,
  summary: 'Answer in a round; once its rule is met the outcome is recorded',
  body: Answer.omit({ request: true, task: true }),
  door: decide,
})

export const replace = operation({
  ...task,
  id: 'replaceTask',
  path: `${one}/tasks/{task}/replace`,
  summary: 'Ask somebody else in place of one who has not answered',
  body: ReplaceTask.omit({ request: true, task: true }),
  door: replaceTask,
})

export const giveBack = operation({
  ...verb,
  id: 'returnRequest',
  path: `${one}/return`,
  summary: 'Give a request back to be mended, with what is asked and the fields that it is about',
  body: ReturnRequest.omit({ request: true }),
  door: returnRequest,
})

export const approve = operation({
  ...verb,
  id: 'approveRequest',
  path: `${one}/approve`,
  summary:
    'Approve datasets until a day, with conditions; they are granted at once or from a first day on, the rest waits',
  body: Approve.omit({ request: true }).meta({ example: { datasets: ['ctpa'], until: '2027-12-31' } }),
  door: approveDatasets,
})

export const reject = operation({
  ...verb,
  id: 'rejectRequest',
  path: `${one}/reject`,
  summary: 'Reject datasets, with the ground of the law and the reason',
  body: Reject.omit({ request: true }),
  door: rejectDatasets,
})

export const close = operation({
  ...verb,
  id: 'closeRequest',
  path: `${one}/close`,
  summary: 'Close a request, with the reason; what it granted ends',
  body: reason,
  door: closeRequest,
})

export const reopen = operation({
  ...verb,
  id: 'reopenRequest',
  path: `${one}/reopen`,
  summary: 'Let a rejected, closed or revoked request be judged again, with the reason',
  body: reason,
  door: reopenRequest,
})

export const nameOutside = operation({
  ...verb,
  id: 'assignExternalId',
  path: `${one}/external-id`,
  summary: 'Keep what another system calls the request',
  body: AssignExternalId.omit({ request: true }),
  door: assignExternalId,
})

export const tellProgress = operation({
  ...verb,
  id: 'changeProcessingState',
  path: `${one}/processing-state`,
  summary:
    'Say how far the hub has come with a request, by a processing state of its workflow; left out, none any more',
  body: ChangeProcessingState.omit({ request: true }),
  door: changeProcessingState,
})

export const demandTerms = operation({
  ...verb,
  id: 'addRequestTerms',
  path: `${one}/terms`,
  summary: 'Demand further terms of every member',
  body: AddTerms.omit({ request: true }),
  door: addTerms,
})

export const letPass = operation({
  ...verb,
  id: 'resolveDataUse',
  path: `${one}/resolve-use`,
  summary: 'Let a purpose pass though it conflicts with a dataset’s conditions of use, with the reason',
  body: ResolveUse.omit({ request: true }),
  door: resolveUse,
})

export const decisionOperations = [
  readHistory,
  askReview,
  giveReview,
  askDecision,
  giveDecision,
  replace,
  giveBack,
  approve,
  reject,
  close,
  reopen,
  nameOutside,
  tellProgress,
  demandTerms,
  letPass,
]
