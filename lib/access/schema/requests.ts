import { z } from 'zod'
import { Slug } from '@/lib/catalogue/schema/record'
import { email, line, lines, optional, reason } from '@/lib/identity/schema/text'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { Upload } from '@/lib/platform/upload'
import { day, organisation, Slug as ProjectSlug } from '@/lib/projects/schema/fields'
import { answers } from '../rules/decision'
import { reaches } from '../rules/grants'
import { grounds } from '../rules/grounds'
import { retentionOutcomes } from '../rules/retention'
import { AnswersGiven } from './forms-answers'

/** The revision of what the page was drawn from; refused where it has moved on. Left out: whatever it is now. */
const ExpectedRevision = z.coerce.number().int().min(1).optional().meta({
  description: 'The revision that you read; refused where somebody has changed the request since',
})

/** Several values of a form: a list, or one. */
const several = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess(
    (given) => [given ?? []].flat().filter((one) => one !== ''),
    z
      .array(item)
      .max(max, 'access.invalid.many')
      .transform((all) => [...new Set(all)]),
  )

/** Those that are meant; left out, all that can be. An empty list is a choice of none, which nobody means. */
const chosen = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (given) => [given].flat().filter((one) => one !== ''),
      z
        .array(item)
        .min(1, 'access.invalid.none-chosen')
        .max(50, 'access.invalid.many')
        .transform((all) => [...new Set(all)]),
    )
    .default([])

const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())
const datasets = several(Slug, 50)
const choice = 'access.invalid.choice'
const personal = 'identity.invalid.personal-number'
const namesNobody = (text: string): boolean => !holdsPersonalNumber(text)
const note = optional(lines(5000)).default(null)

const on = { request: z.uuid(), expectedRevision: ExpectedRevision }

export const OneRequest = z.object(on)
export const RequestAddress = z.object({ request: z.uuid() })

/** A draft for a project; without one, for the person's own data access project, which is made with the first. */
export const BeginRequest = z.object({
  project: optional(ProjectSlug).default(null),
  institution: optional(organisation).default(null),
  datasets: datasets.default([]),
  title: optional(line(300)).default(null),
})
export type BeginRequest = z.output<typeof BeginRequest>

/** What of a draft is typed: only what is here changes, field by field. */
export const SaveDraft = z.object({
  request: z.uuid(),
  title: line(300).optional(),
  wantedUntil: optional(day).optional(),
  ethicsApproval: optional(z.uuid()).optional(),
  optedOut: ticked.optional(),
  answers: AnswersGiven.optional(),
  basis: z.coerce.number().int().min(1).optional().meta({
    description:
      'The revision that you began from: what others have changed since, and you send as it was, is left as they have it',
  }),
})
export type SaveDraft = z.output<typeof SaveDraft>

/** Some of a draft's datasets, to be asked for by a request of their own. */
export const SomeDatasets = z.object({ ...on, datasets })

export const ChangeDatasets = z.object({ ...on, add: datasets.default([]), remove: datasets.default([]) })

/** What can be handed in with a request: documents, and tables that are searched for personal numbers. */
export const attachedTypes = ['application/pdf', 'text/csv'] as const

export const Attach = z.object({
  request: z.uuid(),
  fieldKey: optional(z.string().max(40)).default(null),
  file: z.instanceof(Upload, { error: 'platform.invalid.file-missing' }),
})
export const OneAttachment = z.object({ request: z.uuid(), attachment: z.uuid() })

/** A document of the ethics approval that a request rests on. */
export const EthicsDocument = z.object({ request: z.uuid(), approval: z.uuid(), document: z.uuid() })

export const Invite = z.object({ request: z.uuid(), email, name: optional(line(100)).default(null) })
export const InviteDecider = Invite.extend({ round: z.uuid() })
export const OneInvitation = z.object({ request: z.uuid(), invitation: z.uuid() })
export const Ticket = z.object({ ticket: z.string().max(200).default('') })
/** Somebody who has an account, by the address that they sign in with. */
export const AddMember = z.object({ ...on, email })
export const OneMember = z.object({ ...on, person: z.uuid(choice) })

export const WithReason = z.object({ ...on, reason })

export const Remark = z.object({
  request: z.uuid(),
  text: lines(5000),
  isPublic: ticked.default(false),
  file: z.instanceof(Upload, { error: 'platform.invalid.file-missing' }).optional(),
})
export const ReturnRequest = z.object({
  ...on,
  reason: lines(5000),
  fields: several(z.string().max(40), 100).default([]),
})

export const RequestReview = z.object({ request: z.uuid(), people: several(z.uuid(choice), 20), question: note })
export const Answer = z.object({
  request: z.uuid(),
  task: z.uuid(),
  answer: z.enum(answers, choice),
  text: note,
})
export const RequestDecision = z.object({ ...on, workflow: optional(z.uuid()).default(null), question: note })
export const ReplaceTask = z.object({ request: z.uuid(), task: z.uuid(), person: z.uuid(choice) })

const judged = chosen(Slug).meta({ description: 'Which; left out: every one that waits and that you handle' })
/** Datasets that are approved until a day, at once or from a first day on; those left out wait. */
export const Approve = z.object({
  ...on,
  datasets: judged,
  from: optional(day)
    .default(null)
    .meta({ description: 'The first day, today or later; without it they are granted at once' }),
  until: day,
  conditions: optional(lines(5000)).default(null),
})
export const Reject = z.object({
  ...on,
  datasets: judged,
  ground: z.enum(grounds, choice),
  reason: lines(5000),
})

export const AssignExternalId = z.object({ ...on, externalId: line(200) })
/** One of the processing states that the workflow has; none: it is in none any more. */
export const ChangeProcessingState = z.object({ ...on, state: optional(z.uuid(choice)).default(null) })
export const AddTerms = z.object({
  ...on,
  subject: z
    .string(choice)
    .regex(/^extra:[a-z0-9-]{1,60}$/, choice)
    .refine(namesNobody, personal),
})
export const ResolveUse = z.object({ ...on, dataset: Slug, reason })

const grantsChosen = chosen(z.uuid(choice))
/** A later day for these grants; left out: for every one that runs. */
export const Extend = z.object({ ...on, grants: grantsChosen, until: day })
export const AskRenewal = z.object({ ...on, until: day, reason })
export const Suspend = z.object({
  ...on,
  grant: z.uuid(),
  reach: z.enum(reaches, choice).default('grant'),
  person: optional(z.uuid(choice)).default(null),
  reason,
})
/** One suspension, by its id or as the only one of a grant; `whole`: wherever the act that it is of stands, as far as one handles it. */
export const Lift = z.object({
  ...on,
  grant: optional(z.uuid(choice)).default(null),
  bar: optional(z.uuid(choice)).default(null).meta({ description: 'Which suspension; needed where several stand' }),
  whole: ticked.default(false).meta({
    description: 'Lift it on every grant that was suspended by the same act, as far as you handle their datasets',
  }),
})
/** What is taken: these grants of the request (left out: all of them), whatever one person has, or every grant of the project. */
export const Revoke = z.object({
  ...on,
  reach: z.enum(reaches, choice).default('grant'),
  grants: grantsChosen.meta({ description: 'Where it reaches grants: which; left out: all of the request' }),
  person: optional(z.uuid(choice)).default(null),
  reason,
})

export const CloseOut = z.object({
  ...on,
  outcome: z.enum(['completed', 'moved', 'transferred', 'superseded'], choice),
  report: lines(10_000),
  publications: optional(lines(10_000)).default(null),
  copies: optional(lines(10_000)).default(null),
  certificate: z.instanceof(Upload).optional(),
})
/** Of the last time that it was closed out unless said. */
export const OneCertificate = z.object({
  request: z.uuid(),
  ordinal: z.coerce.number().int().min(1).max(9999).optional().meta({
    description: 'Which time that it was closed out, from 1; the last unless said',
  }),
})
/** The same request for a project of another institution; the grants of this one end when that one is approved. */
export const HandOver = z.object({ ...on, project: ProjectSlug })

/** What became of a grant's data once their ten years neared, and where they are kept or how they were removed. */
export const SettleRetention = z.object({
  ...on,
  grant: z.uuid(choice),
  outcome: z.enum(retentionOutcomes, choice),
  reason,
})

export const CopyAsNew = z.object({ request: z.uuid() })
