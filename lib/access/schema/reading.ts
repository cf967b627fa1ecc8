import { z } from 'zod'
import { Slug } from '@/lib/catalogue/schema/record'
import { states } from '../rules/states'

const blank = (value: unknown) => (value === '' ? undefined : value)
const cursor = z.preprocess(blank, z.uuid().optional()).meta({ description: 'From the answer before' })

export const RequestPage = z.object({
  cursor,
  state: z.preprocess(blank, z.enum(states as [string, ...string[]]).optional()),
})

export const HistoryPage = z.object({ request: z.uuid(), before: cursor })

export const GrantPage = z.object({
  cursor,
  dataset: z.preprocess(blank, z.string().max(64).optional()),
  expired: z
    .preprocess((value) => value === true || value === 'true', z.boolean())
    .meta({
      description: 'Those that are over, too',
    }),
  retention: z.preprocess(blank, z.literal('near').optional()).meta({
    description:
      'near: only those whose data have been kept for ten years within ninety days, and of which it is not noted what became of them',
  }),
})

export const Entitlements = z.object({
  user: z.preprocess(blank, z.uuid().optional()),
  resource: z.preprocess(blank, z.string().max(200).optional()).meta({ description: 'The DOI of a dataset' }),
  expired: z
    .preprocess((value) => value === true || value === 'true', z.boolean())
    .meta({
      description: 'Those that are over, too; false unless set',
    }),
  since: z
    .preprocess(blank, z.iso.datetime({ offset: true }).optional())
    .meta({ description: 'Only those that began or ended at this moment or later' }),
})

export const AskVerdict = z.object({
  dataset: Slug,
  user: z
    .uuid()
    .optional()
    .meta({ description: 'Whose; yours if left out. Of others for whoever handles the dataset' }),
})

export const AskBasis = z.object({
  grant: z.uuid(),
  person: z
    .preprocess(blank, z.uuid().optional())
    .meta({ description: 'Whose use; left out: yours, or for who handles the request the applicant’s' }),
})
