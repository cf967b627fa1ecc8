import { z } from 'zod'
import { isPlace, placeOf } from '@/lib/catalogue/schema/data-use'
import { Slug } from '@/lib/catalogue/schema/record'
import { listOf, text, wordKey } from '@/lib/catalogue/schema/text'
import { wrongs } from '../rules/forms-finding'

/** What the research is about, from the broadest to the narrowest; population origins stand beside. */
export const aims = ['DUO:0000042', 'DUO:0000006', 'DUO:0000007', 'DUO:0000011'] as const

/** What the applicant can agree to: to publish, to collaborate, to give back what was derived, to wait with publication. */
export const accepted = ['DUO:0000019', 'DUO:0000020', 'DUO:0000029', 'DUO:0000024'] as const

/** What the research touches: some datasets exclude it, and of some a person must judge. */
export const touched = ['methods', 'genetic', 'clinical-care', 'paediatric', 'vulnerable', 'stigmatising'] as const

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null))

/** Several values as a form or an address has them: a list, lines, or parted by commas. */
const several = <Item extends z.ZodType>(
  item: Item,
  max: number,
  keyOf?: (value: z.output<Item>) => unknown,
  between = /[\n\r,;]+/,
) =>
  z.preprocess(
    (given) =>
      [given ?? []]
        .flat()
        .flatMap((one) => (typeof one === 'string' ? one.split(between) : [one]))
        .map((one) => (typeof one === 'string' ? one.trim() : one))
        .filter((one) => one !== ''),
    listOf(item, max, keyOf),
  )

/** For what data are asked, in terms that the conditions of datasets can be compared with. Null or empty: not stated. */
export const Purpose = z
  .object({
    aim: z.preprocess(blank, z.enum(aims, wrongs.choice).nullable()).meta({
      description: 'General research (GRU), health or biomedicine (HMB), a disease (DS), or population origins (POA)',
    }),
    diseases: several(text(500), 20, wordKey, /[\n\r;]+/).meta({
      description: 'Of disease specific research: words, or a MONDO code with words behind it',
      example: ['MONDO:0005061 lung adenocarcinoma'],
    }),
    touches: several(z.enum(touched, wrongs.choice), touched.length).meta({ description: 'What the research touches' }),
    accepts: several(z.enum(accepted, wrongs.choice), accepted.length).meta({
      description: 'What the applicant agrees to: to publish, to collaborate, to return derived data, to wait',
    }),
    organisation: z.preprocess(blank, z.enum(['not-for-profit', 'for-profit'], wrongs.choice).nullable()),
    use: z.preprocess(blank, z.enum(['non-commercial', 'commercial'], wrongs.choice).nullable()),
    countries: several(z.string().transform(placeOf).refine(isPlace, wrongs.country), 60).meta({
      description: 'Where the data will be processed, ISO 3166-1 alpha-2; EU and EEA are known',
      example: ['SE'],
    }),
    institution: z.preprocess(blank, text(300).nullable()).meta({ description: 'Its name, or its ROR address first' }),
    months: z
      .preprocess(
        blank,
        z.coerce.number(wrongs.months).int(wrongs.months).min(1, wrongs.months).max(999, wrongs.months).nullable(),
      )
      .meta({ description: 'How long the data are needed' }),
  })
  .meta({ id: 'DataUsePurpose', description: 'For what data are asked' })

export type Purpose = z.output<typeof Purpose>

/** Datasets to compare a purpose with; `ethicsApproval` says whether there is one, where that is known. */
export const MatchDataUse = Purpose.extend({
  dataset: several(Slug, 50),
  ethicsApproval: z.preprocess(
    (value) => (blank(value) === null ? null : value === true || value === 'true' || value === 'yes'),
    z.boolean().nullable(),
  ),
})
