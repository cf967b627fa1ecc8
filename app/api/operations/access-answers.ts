import { z } from 'zod'
import { itemStates, states } from '@/lib/access/rules/states'
import { turns } from '@/lib/access/rules/turn'
import { moment } from './identity-answers'

const state = z.enum(states as [string, ...string[]])
const id = z.uuid()

/** What each verb answers: how the request stands now. */
export const Answered = z.object({ id, reference: z.string(), state, revision: z.int() })
export const stands = ({ id, reference, state, revision }: z.output<typeof Answered>) => ({
  id,
  reference,
  state,
  revision,
})

export const formAddress = z.string().nullable().meta({ description: 'The address of the form that it was made with' })

const turn = z.enum(turns).meta({ description: 'Whose turn it is' })

/** A processing state by its names. */
export const Processing = z.object({ id, en: z.string(), sv: z.string() })

/** A request in a list. */
export const Listed = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  state,
  stateAt: moment,
  turn,
  turnSince: moment,
  submittedAt: moment.nullable(),
  createdAt: moment,
  applicantId: id,
  applicant: z.string(),
  project: z.object({ slug: z.string(), name: z.string() }),
  datasets: z.array(z.object({ slug: z.string(), state: z.enum(itemStates) })),
  processing: Processing.nullable().meta({ description: 'How far the hub has come with it' }),
  revision: z.int(),
})

export const medians = z.record(z.string(), z.number()).meta({
  description: 'The hub’s median days for whose turn it is, of the past year',
})

const Item = z.object({
  slug: z.string(),
  title: z.string(),
  state: z.enum(itemStates),
  ground: z.string().nullable(),
  reason: z.string().nullable(),
  useFit: z
    .string()
    .nullable()
    .meta({ description: 'How the purposes fitted its conditions of use when it was last judged' }),
  use: z
    .object({
      verdict: z.enum(['fits', 'needs-a-person', 'conflicts']),
      reasons: z.array(
        z.object({
          verdict: z.string(),
          term: z.string().nullable(),
          why: z.string(),
          words: z.object({ en: z.string(), sv: z.string() }),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'How they fit now, with every reason that you may see' }),
  useResolved: z.string().nullable().meta({ description: 'Why a handler let a conflict pass' }),
  ethics: z.string().meta({ description: 'covered, or why the ethics approval does not cover it now' }),
  ethicsUntil: moment.nullable().meta({ description: 'When it ceases to, as far as is known now' }),
})

const Resting = z.object({
  on: z.enum(['ethics', 'project', 'agreements', 'account', 'user-terms', 'terms']),
  verdict: z
    .enum(['ok', 'soon', 'no'])
    .meta({ description: 'soon: it ends within 90 days, or before the day wished for' }),
  about: z.string().nullable().meta({ description: 'The dataset or person; null: all of them' }),
  word: z.union([z.string(), z.int()]).nullable().meta({ description: 'A word of its state, or how many' }),
  until: moment.nullable(),
})

const Grant = z.object({
  id,
  dataset: z.string(),
  startsAt: moment,
  endsAt: moment,
  endedAt: moment.nullable(),
  life: z.enum(['to-come', 'running', 'over']),
  retainUntil: moment.meta({
    description: 'Ten years after the end of the grant, or after a later use: until then relevant data are kept',
  }),
  retained: z
    .object({ outcome: z.string(), reason: z.string(), at: moment })
    .nullable()
    .meta({ description: 'What became of the data after that: kept or removed' }),
  endKind: z.string().nullable().meta({ description: 'How it ended before its time' }),
  endReason: z.string().nullable(),
  bars: z
    .array(
      z.object({
        id,
        kind: z.enum(['suspended', 'revoked']),
        personId: id.nullable().meta({ description: 'Null: for everybody' }),
        reason: z.string(),
        at: moment,
      }),
    )
    .meta({ description: 'What bars it: for everybody and for you; to the hub, for whomever' }),
})

const Ended = z.object({
  ordinal: z.int().meta({ description: 'Which time that it was closed out, from 1' }),
  outcome: z.string(),
  report: z.string(),
  publications: z.string(),
  copies: z.string(),
  certificateId: id.nullable(),
  by: z.string(),
  at: moment,
})

/** One request with everything that the reader may see. */
export const Whole = Listed.omit({ applicantId: true, applicant: true, datasets: true }).extend({
  applicant: z.object({ id, name: z.string() }),
  processing: Processing.extend({ since: moment }).nullable().meta({ description: 'How far the hub has come with it' }),
  processingChoices: z
    .array(Processing.extend({ workflow: z.string() }))
    .meta({ description: 'The processing states that you can give it now' }),
  hides: z.boolean().meta({ description: 'To the hub: those who ask are not told who of it did what' }),
  members: z.array(z.object({ id, name: z.string() })),
  wantedUntil: moment.nullable(),
  optedOut: z.boolean().nullable().meta({ description: 'Null to who was asked to review or decide' }),
  externalId: z.string().nullable(),
  reason: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  formAddress,
  turns: z
    .array(z.object({ workflow: z.string(), turn }))
    .meta({ description: 'Where its datasets are of several workflows: whose turn it is for those of each that wait' }),
  filesLeft: z.array(z.string()).meta({
    description: 'Of a draft that was made from another request: the fields whose files are to be handed in again',
  }),
  formVersion: z.int().nullable().meta({ description: 'The version of the form that it was made with, and keeps' }),
  formNow: z
    .object({ form: z.string(), number: z.int(), isOther: z.boolean() })
    .nullable()
    .meta({ description: 'A later version, or of a draft another form: what new requests for its datasets are asked' }),
  formsAsked: z
    .array(z.object({ form: z.string(), datasets: z.array(z.string()) }))
    .meta({ description: 'Of a draft: the forms that its datasets are asked with; more than one: divide it' }),
  items: z.array(Item),
  resting: z.array(Resting).meta({
    description: 'While it is judged, and once approved: what its grants would rest on, as it stands now',
  }),
  grants: z.array(Grant),
  conditions: z.array(z.object({ id, text: z.string(), at: moment })),
  remarks: z.array(
    z.object({
      id,
      author: z.string().meta({ description: 'Or that it was the hub’s handlers, where who of them is not told' }),
      text: z.string(),
      isPublic: z.boolean(),
      fields: z.array(z.string()),
      at: moment,
    }),
  ),
  tasks: z.array(
    z.object({
      id,
      kind: z.enum(['review', 'decision']),
      person: z.string(),
      state: z.string(),
      answer: z.string().nullable(),
      text: z.string().nullable(),
      dueAt: moment,
    }),
  ),
  rounds: z.array(
    z.object({
      id,
      rule: z.string(),
      quorum: z.int(),
      asked: z.int(),
      answered: z.int(),
      outcome: z.string().nullable(),
      dueAt: moment,
      setAsideAt: moment
        .nullable()
        .meta({ description: 'Since when it counts no more: the request was taken up again' }),
    }),
  ),
  attachments: z.array(
    z.object({
      id,
      name: z.string(),
      size: z.int(),
      by: z.string().meta({ description: 'Or that it was the hub’s handlers, where who of them is not told' }),
      at: moment,
      redactedAt: moment.nullable(),
      remarkId: id.nullable().meta({ description: 'The remark that it came with' }),
    }),
  ),
  invitations: z
    .array(
      z.object({
        id,
        kind: z.enum(['member', 'reviewer', 'decider']),
        byHub: z.boolean().meta({ description: 'The hub sent it' }),
        email: z.email(),
        name: z.string().nullable(),
        createdAt: moment,
        expiresAt: moment,
      }),
    )
    .meta({
      description:
        'Links that were mailed and not used: of members to who asks, those that the hub sent to who handles',
    }),
  edits: z
    .array(
      z.object({
        by: z.string(),
        at: moment,
        revision: z.int(),
        changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      }),
    )
    .meta({ description: 'To who asks: who changed what of it, the newest first, fifty at most' }),
  ethics: z
    .object({ id, number: z.string(), status: z.string() })
    .nullable()
    .meta({ description: 'The ethics approval that it rests on, and what that counts as now' }),
  renewals: z
    .array(
      z.object({
        id,
        wantedUntil: moment,
        reason: z.string(),
        by: z.string(),
        askedAt: moment,
        state: z.enum(['open', 'granted', 'declined']),
        answer: z.string().nullable(),
      }),
    )
    .meta({ description: 'Wishes for more time, and what came of them' }),
  closeOut: Ended.nullable().meta({ description: 'How it came to its end, as it was told last' }),
  earlierCloseOuts: z.array(Ended).meta({ description: 'How it was told before that, the newest first' }),
  closeOutLacks: z.enum(['owed', 'uncertified']).nullable().meta({
    description:
      'What is missing once it has ended after data were granted by it: that those who asked close it out, or their certificate of deletion',
  }),
  missing: z.array(z.string()).meta({ description: 'Of a draft of yours: what is missing' }),
  owedTerms: z
    .array(z.object({ id, subject: z.string(), version: z.int(), bindsFrom: moment, binds: z.boolean() }))
    .meta({ description: 'Terms that you have not accepted: those that bind, and those that will' }),
  may: z.array(z.string()).meta({ description: 'The verbs that you may use now' }),
})
