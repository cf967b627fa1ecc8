import { z } from 'zod'
import { line, lines, optional, reason } from '@/lib/identity/schema/text'
import { Upload } from '@/lib/platform/upload'
import { Slug } from '@/lib/projects/schema/fields'
import { checkedFields } from '../rules/fields'
import { decisions } from '../rules/status'

const wrongDay = 'ethics.invalid.day'
const day = z.iso.date(wrongDay).refine((text) => text >= '1990-01-01' && text < '2200-01-01', wrongDay)

/** The revision of what the form was drawn from; a command refuses when the approval has moved on. */
const ExpectedRevision = z.coerce
  .number('ethics.invalid.revision')
  .int('ethics.invalid.revision')
  .meta({ description: 'The revision that you read; refused where somebody has changed it since' })

/** Several values: a list, one alone, or none; of text one in each line where `lines` is set. */
const several = <Item extends z.ZodType>(item: Item, max: number, byLine = false) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? (byLine ? value.split(/\r?\n/) : [value]).map((one) => one.trim()).filter((one) => one !== '')
        : (value ?? []),
    z
      .array(item, 'ethics.invalid.list')
      .max(max, 'ethics.invalid.too-many')
      .transform((all) => [...new Set(all)]),
  )

/** Datasets by their addresses. */
const Datasets = several(z.string().min(1).max(100), 200)

const content = {
  country: z
    .string('ethics.invalid.country')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'ethics.invalid.country')
    .default('SE')
    .meta({ description: 'ISO 3166-1 alpha-2; of a Swedish decision the number has a known form' }),
  number: line(80).meta({ description: 'Registration number, e.g. 2021-05794-01; free where the country is not SE' }),
  authority: line(200),
  title: line(300).meta({ description: 'Name of the study as in the application' }),
  decision: z.enum(decisions, 'ethics.invalid.decision'),
  conditions: optional(lines(4000)).meta({ description: 'Of a decision approved-with-conditions, and only of that' }),
  decidedOn: day,
  legalForceOn: optional(day).meta({ description: 'The day on which the decision gained legal force' }),
  startedOn: optional(day).meta({ description: 'The day on which the research started' }),
  endsOn: optional(day).meta({ description: 'The last day of the approval, where it names one' }),
  responsibleResearcher: line(200),
  principalOrganisation: line(200),
  sites: several(line(200), 60, true).default([]),
  purposes: lines(4000),
  dataDescription: lines(4000),
  datasets: Datasets.default([]).meta({ description: 'Addresses (slugs) of the datasets that the approval covers' }),
}

/** What an approval says, as it is typed. */
export const Said = z.object(content)
export type Said = z.output<typeof Said>

/** `amends`: the original that this decision amends; `replaces`: the approval whose place it takes once verified. */
export const RegisterApproval = z.object({
  project: Slug,
  amends: optional(z.uuid('ethics.invalid.cited')),
  replaces: optional(z.uuid('ethics.invalid.cited')),
  ...content,
})

export const ApprovalAddress = z.object({ approval: z.uuid() })

const one = { ...ApprovalAddress.shape, expectedRevision: ExpectedRevision }
const note = optional(lines(2000)).meta({ description: 'What is new, for who verifies it' })

export const OneApproval = z.object(one)
export const ChangeApproval = z.object({ ...one, note, ...content })
export const WithdrawApproval = z.object({ ...one, reason })

export const documentKinds = ['decision', 'application', 'appendix', 'translation'] as const

export const AddDocument = z.object({
  ...one,
  kind: z.enum(documentKinds, 'ethics.invalid.kind').default('decision'),
  file: z.instanceof(Upload, { error: 'platform.invalid.file-missing' }),
})

export const DocumentAddress = z.object({ ...ApprovalAddress.shape, document: z.uuid() })
export const RemoveDocument = DocumentAddress.extend({ expectedRevision: ExpectedRevision })

const Field = z.enum(checkedFields, 'ethics.invalid.field')

/** `confirmed`: the fields that agree with the documents; `datasets`: what it covers, by the officer's own reading. */
export const VerifyApproval = z.object({
  ...one,
  confirmed: several(Field, checkedFields.length).default([]),
  datasets: Datasets.default([]),
  note: optional(lines(2000)).meta({ description: 'Something to tell the project' }),
})

/** `missing`: what is missing or wrong, in words, by field; `reason`: what to do. */
export const ReturnApproval = z.object({
  ...one,
  missing: z.partialRecord(Field, lines(1000)).default({}),
  reason,
})

/** A page of approvals: of one project, in one status, after the id of the last. */
export const ListApprovals = z.object({
  project: optional(Slug),
  cursor: optional(z.uuid()).meta({ description: 'From the answer before' }),
})
