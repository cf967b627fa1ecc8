import { z } from 'zod'
import { onlyText } from '@/lib/catalogue/schema/text'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'

/** REMS's thirteen kinds of field, and three structured ones of the hub's standard form. */
export const fieldKinds = [
  'description',
  'text',
  'long-text',
  'option',
  'multi-select',
  'date',
  'email',
  'phone',
  'ip-address',
  'table',
  'attachment',
  'header',
  'label',
  'selection-criteria',
  'pseudonymization',
  'data-use',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Why a form cannot be kept as it is: keys of messages. */
export const invalidForm = {
  required: 'access.invalid.form-words',
  tooLong: 'access.invalid.form-too-long',
  key: 'access.invalid.form-key',
  slug: 'access.invalid.form-slug',
  kind: 'access.invalid.form-kind',
  repeated: 'access.invalid.form-repeated',
  options: 'access.invalid.form-options',
  columns: 'access.invalid.form-columns',
  length: 'access.invalid.form-length',
  notForKind: 'access.invalid.form-not-for-kind',
  condition: 'access.invalid.form-condition',
  personalNumber: 'identity.invalid.personal-number',
  once: 'access.invalid.form-once',
  tooMany: 'access.invalid.form-too-many',
} as const

const words = (max: number) =>
  z.string(invalidForm.required).trim().min(1, invalidForm.required).max(max, invalidForm.tooLong).superRefine(onlyText)

/** The same words in both languages. */
const both = (max: number) => z.object({ en: words(max), sv: words(max) })

const namesNobody = (text: string): boolean => !holdsPersonalNumber(text)

/** The name under which an answer is kept; it stays when the words change. */
const Key = z
  .string(invalidForm.key)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, invalidForm.key)
  .max(40, invalidForm.key)
  .refine(namesNobody, invalidForm.personalNumber)

const Choice = z.object({ key: Key, label: both(200) })
const Column = z.object({ key: Key, label: both(100), optional: z.boolean().default(false) })

/** Shown only while one of these options of an earlier field is chosen. */
const Condition = z.object({ field: Key, options: z.array(Key).min(1, invalidForm.condition).max(100) })

/** The most characters that any answer in words may have. */
export const longest = 20_000

export const FormField = z.object({
  key: Key,
  kind: z.enum(fieldKinds, invalidForm.kind),
  label: both(500),
  help: both(4000).nullable().default(null),
  placeholder: both(200).nullable().default(null),
  optional: z.boolean().default(false),
  maxLength: z
    .int(invalidForm.length)
    .min(1, invalidForm.length)
    .max(longest, invalidForm.length)
    .nullable()
    .default(null),
  options: z.array(Choice).max(100, invalidForm.tooMany).default([]),
  columns: z.array(Column).max(12, invalidForm.tooMany).default([]),
  visibleIf: Condition.nullable().default(null),
  /** Reviewers see neither the field nor its answer, nor what is shown because of it. */
  privateFromReviewers: z.boolean().default(false),
})

export type FormField = z.output<typeof FormField>

/** Kinds whose fields are read and not answered. */
const spoken: readonly FieldKind[] = ['header', 'label']
export const isAnswered = ({ kind }: Pick<FormField, 'kind'>): boolean => !spoken.includes(kind)
export const hasLength = (kind: FieldKind): boolean => ['text', 'long-text', 'description'].includes(kind)
export const hasPlaceholder = (kind: FieldKind): boolean =>
  hasLength(kind) || ['email', 'phone', 'ip-address'].includes(kind)
export const hasOptions = (kind: FieldKind): boolean => kind === 'option' || kind === 'multi-select'
/** Kinds of which a form has one at most: they name the request, or state its purpose. */
const single: readonly FieldKind[] = ['description', 'data-use']

type Issue = { path: (string | number)[]; message: string }

const repeated = (keys: readonly string[]): number => keys.findIndex((key, at) => keys.indexOf(key) !== at)

/** What does not belong to the field's kind, or is missing from it. */
function issuesOfKind(field: FormField): Issue[] {
  const { kind, options, columns } = field
  const issues: Issue[] = []
  if (hasOptions(kind) ? options.length === 0 : options.length > 0)
    issues.push({ path: ['options'], message: hasOptions(kind) ? invalidForm.options : invalidForm.notForKind })
  if (kind === 'table' ? columns.length === 0 : columns.length > 0)
    issues.push({ path: ['columns'], message: kind === 'table' ? invalidForm.columns : invalidForm.notForKind })
  if (field.maxLength !== null && !hasLength(kind))
    issues.push({ path: ['maxLength'], message: invalidForm.notForKind })
  if (field.placeholder !== null && !hasPlaceholder(kind))
    issues.push({ path: ['placeholder'], message: invalidForm.notForKind })
  for (const [name, list] of [
    ['options', options],
    ['columns', columns],
  ] as const) {
    const at = repeated(list.map(({ key }) => key))
    if (at >= 0) issues.push({ path: [name, at, 'key'], message: invalidForm.repeated })
  }
  return issues
}

/** A condition names options of a choice that stands before it: so there is never a circle. */
function conditionHolds({ visibleIf }: FormField, before: readonly FormField[]): boolean {
  if (visibleIf === null) return true
  const asked = before.find(({ key, kind }) => key === visibleIf.field && hasOptions(kind))
  return asked !== undefined && visibleIf.options.every((key) => asked.options.some((one) => one.key === key))
}

function issuesOf(fields: readonly FormField[]): Issue[] {
  return fields.flatMap((field, at): Issue[] => {
    const before = fields.slice(0, at)
    const own = issuesOfKind(field)
    if (before.some(({ key }) => key === field.key)) own.push({ path: ['key'], message: invalidForm.repeated })
    if (single.includes(field.kind) && before.some(({ kind }) => kind === field.kind))
      own.push({ path: ['kind'], message: invalidForm.once })
    if (!conditionHolds(field, before)) own.push({ path: ['visibleIf'], message: invalidForm.condition })
    return own.map(({ path, message }) => ({ path: ['fields', at, ...path], message }))
  })
}

/** Everything that one version of a form asks, in both languages, in the order in which it is read. */
export const FormContent = z
  .object({
    title: both(200),
    lead: both(4000).nullable().default(null),
    fields: z.array(FormField).max(100, invalidForm.tooMany),
  })
  .superRefine(({ fields }, ctx) => {
    for (const issue of issuesOf(fields)) ctx.addIssue({ code: 'custom', ...issue })
  })
  .meta({ id: 'FormContent', description: 'What one version of a form asks, in both languages' })

export type FormContent = z.output<typeof FormContent>

/** The form's address, for good. Reserved: names of routes beside it. */
export const FormSlug = z
  .string(invalidForm.slug)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, invalidForm.slug)
  .min(2, invalidForm.slug)
  .max(60, invalidForm.slug)
  .refine((slug) => slug !== 'new', invalidForm.slug)
  .refine(namesNobody, invalidForm.personalNumber)
