import { z } from 'zod'

const projectSlug = z
  .string('identity.invalid.required')
  .trim()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'identity.invalid.required')

/** A calendar address for one project's weeks; without a project, or with an empty one, for the weeks of every project one takes part in. */
export const RenewFeed = z.object({
  project: z.preprocess((value) => (value === '' || value === undefined ? null : value), projectSlug.nullable()),
})
export const OneFeed = z.object({ feed: z.uuid() })
export const SecretFeed = z.object({ secret: z.string().regex(/^[\w-]{43}$/) })
export const OneBooking = z.object({ booking: z.uuid() })
