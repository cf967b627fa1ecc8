import { z } from 'zod'
import { Slug, VersionNumber } from '@/lib/catalogue/schema/record'

/** Asks for a link to every file of a version, or to one. */
export const MakeLink = z.object({
  slug: Slug,
  version: VersionNumber.optional().meta({ description: 'The newest that has a list unless said' }),
  file: z.uuid().optional().meta({ description: 'Of this file alone' }),
})

/** A file by a link. */
export const FetchFile = z.object({ file: z.uuid(), link: z.string().max(200).default('') })
