import { z } from 'zod'
import { Slug } from '@/lib/catalogue/schema/record'
import { webAddress } from '@/lib/catalogue/schema/text'
import { line, lines, optional } from '@/lib/identity/schema/text'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { Upload } from '@/lib/platform/upload'
import { day } from '@/lib/projects/schema/fields'
import { deadlineRules, decisionRules } from '../rules/decision'
import { formOfRequests } from '../rules/forms-standard'
import { switchable } from '../rules/switched-off'
import { FormSlug } from './forms'
import { ProcessingStates } from './processing'

const choice = 'access.invalid.choice'
const days = z.coerce
  .number('access.invalid.days')
  .int('access.invalid.days')
  .min(1, 'access.invalid.days')
  .max(365, 'access.invalid.days')
const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

const workflow = {
  name: line(100),
  decidedBy: z.enum(['handler', 'deciders'], choice),
  rule: z.enum(decisionRules, choice),
  quorum: z.coerce
    .number('access.invalid.quorum')
    .int('access.invalid.quorum')
    .min(1, 'access.invalid.quorum')
    .max(50, 'access.invalid.quorum'),
  decisionDays: days,
  reviewDays: days,
  /** Days that handlers have before a request has waited too long. */
  handlingDays: days.default(14),
  onDeadline: z.enum(deadlineRules, choice),
  barsOwnInstitute: ticked.default(false),
  hidesHandlers: ticked.default(false).meta({ description: 'Those who ask are not told who of the hub did what' }),
  disabledVerbs: z
    .preprocess(
      (given) => [given ?? []].flat().filter((one) => one !== ''),
      z
        .array(z.enum(switchable as [string, ...string[]], choice))
        .max(switchable.length, 'access.invalid.many')
        .transform((all) => [...new Set(all)]),
    )
    .default([])
    .meta({ description: 'What is switched off, as role/state/verb' }),
  processing: ProcessingStates,
  form: FormSlug.default(formOfRequests).meta({ description: 'The form that requests for its datasets are made with' }),
  /** The datasets of its group; none for the default workflow, which has all others. */
  datasets: z
    .preprocess(
      (given) =>
        [given ?? []]
          .flat()
          .flatMap((one) => (typeof one === 'string' ? one.split(/[\s,]+/) : [one]))
          .filter((one) => one !== ''),
      z.array(Slug).max(200, 'access.invalid.many'),
    )
    .default([]),
}

export const MakeWorkflow = z.object(workflow)
export type MakeWorkflow = z.output<typeof MakeWorkflow>
export const EditWorkflow = z.object({
  ...workflow,
  workflow: z.uuid(),
  expectedRevision: z.coerce.number().int().min(1),
})

const role = z.enum(['handler', 'reviewer', 'decider'], choice)
export const Assign = z.object({ workflow: z.uuid(), person: z.uuid(choice), role })
export const OneAssignment = z.object({ workflow: z.uuid(), person: z.uuid(choice), role })
/** From now on until the end of a day; no day: back again. */
export const SetAway = z.object({
  workflow: z.uuid(),
  role,
  until: optional(day).default(null),
  deputy: optional(z.uuid(choice)).default(null),
})

const texts = { titleEn: line(200), titleSv: line(200), bodyEn: lines(60_000), bodySv: lines(60_000) }

/** Where terms stand elsewhere, in one language. */
const link = optional(webAddress.refine((address) => address.startsWith('https://'), 'access.invalid.https')).default(
  null,
)
/** A document that was added before, by its id. */
const document = optional(z.uuid('access.invalid.terms-document')).default(null)

export const termsLanguages = ['en', 'sv'] as const
export const termsDocumentTypes = ['application/pdf'] as const
export const KeepTermsDocument = z.object({
  file: z.instanceof(Upload, { error: 'platform.invalid.file-missing' }),
})
export const TermsDocument = z.object({ terms: z.uuid(), language: z.enum(termsLanguages) })

/** Terms of `standard`, of a dataset by its slug (`dataset:<slug>`), or of `extra:<name>`. They bind after so many days of notice. */
export const PublishTerms = z.object({
  subject: z
    .string(choice)
    .regex(/^(standard|dataset:[a-z0-9-]{2,64}|extra:[a-z0-9-]{1,60})$/, choice)
    .refine((subject) => !holdsPersonalNumber(subject), 'identity.invalid.personal-number'),
  ...texts,
  linkEn: link,
  linkSv: link,
  documentEn: document,
  documentSv: document,
  changeNote: optional(lines(2000)).default(null),
  noticeDays: z.coerce
    .number('access.invalid.notice')
    .int('access.invalid.notice')
    .min(0, 'access.invalid.notice')
    .max(365, 'access.invalid.notice')
    .default(30),
})
export const OneTerms = z.object({ terms: z.uuid() })
