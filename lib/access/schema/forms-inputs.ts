import { z } from 'zod'
import { Slug } from '@/lib/catalogue/schema/record'
import { lines } from '@/lib/identity/schema/text'
import { FormContent, FormSlug } from './forms'

const ExpectedRevision = z.coerce.number().int().min(1).meta({
  description: 'The revision that you read; refused where somebody has changed the form since',
})
const at = { form: FormSlug, expectedRevision: ExpectedRevision }

/** One form by its address. */
export const OneForm = z.object({ form: FormSlug })

/** The dataset that somebody thinks of asking for. */
export const DatasetAddress = z.object({ slug: Slug })

/** One published version of it. */
export const OneFormVersion = OneForm.extend({ number: z.coerce.number().int().min(1).max(9999) })

/** A new form, as a draft that only stewards see. */
export const CreateForm = z.object({ form: FormSlug, content: FormContent })

/** Replaces the draft; of a published form this begins its next version. */
export const SaveFormDraft = z.object({ ...at, content: FormContent })

export const DiscardFormDraft = z.object(at)

/** Publishes the draft. The note tells applicants and handlers what changed; the first version needs none. */
export const PublishForm = z.object({
  ...at,
  changeNote: z
    .preprocess((note) => (typeof note === 'string' ? note.trim() : note), z.union([z.literal(''), lines(2000)]))
    .default(''),
})

export const RetireForm = z.object(at)
export const ReinstateForm = z.object(at)
