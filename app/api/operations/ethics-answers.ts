import { z } from 'zod'
import type { ApprovalLine } from '@/lib/ethics/queries/approval-lines'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import { deadlineKinds } from '@/lib/ethics/rules/deadlines'
import { checkedFields } from '@/lib/ethics/rules/fields'
import { decisions, ethicsStatuses } from '@/lib/ethics/rules/status'
import { permits, type VersionState } from '@/lib/ethics/rules/versions'
import { documentKinds } from '@/lib/ethics/schema/inputs'
import { moment } from './identity-answers'

const id = z.uuid()
const day = z.iso.date()
const status = z.enum(ethicsStatuses).meta({ description: 'What it counts as at this moment' })
const state = z.enum(Object.keys(permits) as [VersionState, ...VersionState[]])
const decision = z.enum(decisions)
const Deadline = z.object({
  kind: z.enum(deadlineKinds),
  lastDay: day,
  daysLeft: z.int().meta({ description: '0: it has passed' }),
})
const project = z.object({ slug: z.string(), name: z.string() })

export const Line = z.object({
  id,
  project,
  country: z.string(),
  number: z.string(),
  amends: z.string().nullable().meta({ description: 'Number of the original that it amends' }),
  status,
  title: z.string(),
  decision,
  decidedOn: day,
  version: z.object({
    ordinal: z.int(),
    state,
    submittedAt: moment.nullable(),
    isChange: z.boolean().meta({ description: 'An earlier version of it governs' }),
  }),
  deadline: Deadline.nullable().meta({ description: 'The next one, of a valid approval' }),
  revision: z.int(),
})

/** A line as programs get it. */
export const renderLine = ({
  projectId: _,
  next,
  isWithdrawn: __,
  createdAt: ___,
  amendsId: ____,
  ...line
}: ApprovalLine) => {
  const { authority: _____, responsibleResearcher: ______, ...said } = line
  return { ...said, deadline: next }
}

const Version = z.object({
  ordinal: z.int(),
  state,
  country: z.string(),
  number: z.string(),
  authority: z.string(),
  title: z.string(),
  decision,
  conditions: z.string(),
  decidedOn: day,
  legalForceOn: day.nullable(),
  startedOn: day.nullable(),
  endsOn: day.nullable(),
  responsibleResearcher: z.string(),
  principalOrganisation: z.string(),
  sites: z.array(z.string()),
  purposes: z.string(),
  dataDescription: z.string(),
  datasets: z.array(z.string()).meta({ description: 'What the project says that it covers' }),
  covered: z.array(z.string()).meta({ description: 'What an ethics officer recorded as covered' }),
  note: z.string(),
  submittedAt: moment.nullable(),
  judgedAt: moment.nullable(),
  judgedNote: z.string(),
  checks: z.array(
    z.object({ field: z.enum(checkedFields), verdict: z.enum(['confirmed', 'missing']), note: z.string() }),
  ),
})

const Cited = z.object({ id, number: z.string(), status })

export const Approval = z.object({
  id,
  project,
  status,
  revision: z.int(),
  datasets: z.array(z.string()).meta({ description: 'Covered now, by it and its amendments; of an original' }),
  conditions: z.array(z.string()).meta({ description: 'All that bind now' }),
  deadlines: z.array(Deadline),
  amends: Cited.nullable(),
  amendments: z.array(Cited),
  replaces: Cited.nullable(),
  supersededBy: Cited.nullable().meta({ description: 'What takes its place' }),
  supersededAt: moment.nullable().meta({
    description:
      'From when: until then it stands; null with a `supersededBy`: as soon as that is in force, of which no day is known',
  }),
  withdrawnAt: moment.nullable(),
  withdrawnReason: z.string().nullable(),
  governing: z.int().nullable().meta({ description: 'The version that counts; null: none was verified' }),
  versions: z.array(Version),
  toCheck: z.array(z.enum(checkedFields)).meta({ description: 'What an officer has to confirm of the latest version' }),
  documents: z.array(
    z.object({
      id,
      kind: z.enum(documentKinds),
      since: z.int().meta({ description: 'The first version that has it' }),
      until: z.int().nullable().meta({ description: 'The first version that has it no more' }),
      name: z.string(),
      type: z.string(),
      size: z.int(),
      sha256: z.string(),
    }),
  ),
  may: z.array(z.string()).meta({ description: 'What you may do with it now' }),
})

/** What is told of an approval, whoever reads it. */
type Rendered = Pick<
  OneApproval,
  | 'id'
  | 'project'
  | 'status'
  | 'revision'
  | 'effective'
  | 'deadlines'
  | 'amends'
  | 'amendments'
  | 'replaces'
  | 'supersededBy'
  | 'supersededAt'
  | 'withdrawnAt'
  | 'withdrawnReason'
  | 'versions'
  | 'documents'
  | 'datasets'
  | 'toCheck'
  | 'may'
> & { readonly governing: { readonly ordinal: number } | null }

/** An approval as programs get it: datasets by their addresses. */
export function renderApproval(approval: Rendered) {
  const slugs = (ids: readonly string[]) =>
    approval.datasets.filter((one) => ids.includes(one.id)).map(({ slug }) => slug)
  const { project, status, revision, deadlines, amends, amendments, replaces, supersededBy, toCheck, may } = approval
  const { effective, governing, versions, documents, withdrawnAt, withdrawnReason, supersededAt } = approval
  return {
    ...{ id: approval.id, project, status, revision, deadlines, amends, amendments, replaces, supersededBy, may },
    ...{ toCheck, supersededAt, withdrawnAt, withdrawnReason, governing: governing?.ordinal ?? null },
    datasets: slugs(effective?.datasetIds ?? []),
    conditions: effective?.conditions ?? [],
    versions: versions.map(({ id: _, claimedDatasets, coveredDatasets, checks, ...version }) => {
      const { createdById: __, createdAt: ___, submittedById: ____, judgedById: _____, ...said } = version
      const { submittedBy: ______, judgedBy: _______, ...kept } = said
      const found = checks.map(({ field, verdict, note }) => ({ field, verdict, note }))
      return { ...kept, datasets: slugs(claimedDatasets), covered: slugs(coveredDatasets), checks: found }
    }),
    documents: documents.map(({ file: { id: _, ...file }, id, kind, since, until }) => ({
      id,
      kind,
      since,
      until,
      ...file,
    })),
  }
}
