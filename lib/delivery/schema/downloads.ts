import { z } from 'zod'

/** What was fetched under a grant, before one download in the list. */
export const ReadDownloads = z.object({ grant: z.uuid(), before: z.uuid().optional() })
