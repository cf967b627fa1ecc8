import { z } from 'zod'
import { line } from '@/lib/identity/schema/text'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'
import { type Organisation, readOrganisation } from '../rules/organisation'

/** A calendar day that exists, as `2026-11-27`. */
export const day = z.iso.date('projects.invalid.day').refine((text) => text >= '2000-01-01', 'projects.invalid.day')

/** The address of a project below /projects. */
export const Slug = z
  .string('projects.invalid.slug')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'projects.invalid.slug')
  .max(80, 'projects.invalid.slug')
  .refine((slug) => !holdsPersonalNumber(slug), 'identity.invalid.personal-number')

/** The revision that the person saw; a command refuses when the row has moved on. */
export const ExpectedRevision = z.coerce.number('projects.invalid.revision').int('projects.invalid.revision').meta({
  description: 'The revision that you read; refused where somebody has changed it since',
})

/** A box that is ticked; in a form it is missing otherwise. */
export const ticked = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

const tooLong = 2000

/** GPU weeks. */
export const gpuWeeks = z.coerce
  .number('projects.invalid.weeks')
  .int('projects.invalid.weeks')
  .min(0, 'projects.invalid.weeks')
  .max(tooLong, 'projects.invalid.weeks')

/** An organisation in one line: its name, or its name and ROR address, as `Linköping University · https://ror.org/05ynxx418`. */
export const organisation = line(300).transform((text, ctx): Organisation => {
  const read = readOrganisation(text)
  if (read) return read
  ctx.addIssue({ code: 'custom', message: 'projects.invalid.organisation' })
  return z.NEVER
})

/** Several organisations: a list, or one in each line of a text. */
export const organisations = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(/\r?\n/)
          .map((text) => text.trim())
          .filter((text) => text !== '')
      : (value ?? []),
  z
    .array(organisation, 'projects.invalid.organisation')
    .max(30, 'projects.invalid.too-many')
    .refine(
      (all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length,
      'projects.invalid.repeated',
    ),
)
