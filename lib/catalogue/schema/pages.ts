import { z } from 'zod'
import { Slug, VersionNumber } from './record'

/** The most datasets that stand side by side. */
export const compareLimit = 4

export const DatasetAddress = z.object({ slug: Slug })
export const VersionAddress = z.object({ slug: Slug, number: VersionNumber })

/** Slugs in the order in which they are shown, each once; more than the limit are refused by the query. */
export const CompareAddress = z.object({
  d: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((slugs) => [
      ...new Set(
        [slugs]
          .flat()
          .flatMap((slug) => slug.split(','))
          .filter((slug) => Slug.safeParse(slug).success),
      ),
    ]),
})

/** The sharing record: of one dataset, and before one entry of the list. */
export const ReadSharing = z.object({
  dataset: z.preprocess((given) => (given === '' ? undefined : given), Slug.optional()),
  before: z.uuid().optional(),
})
