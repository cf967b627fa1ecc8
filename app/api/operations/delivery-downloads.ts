import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { type GrantDownloads, grantDownloads } from '@/lib/delivery/queries/downloads'
import { ReadDownloads } from '@/lib/delivery/schema/downloads'
import { moment } from './identity-answers'

const count = z.int().min(0)

export const listGrantDownloads = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'get',
  id: 'listGrantDownloads',
  path: '/api/v1/grants/{grant}/downloads',
  summary: 'Which files were fetched under a grant, by whom and when, the newest first',
  params: z.object({ grant: z.uuid() }),
  query: ReadDownloads.omit({ grant: true }),
  answer: z.object({
    count: count.meta({ description: 'Files fetched, each counted once for each link' }),
    bytes: count.meta({ description: 'How many left the portal in all; what was sent twice counts twice' }),
    items: z.array(
      z.object({
        id: z.uuid(),
        person: z.object({ id: z.uuid(), name: z.string() }),
        version: z.string(),
        path: z.string(),
        size: count.meta({ description: 'Of the file, in bytes' }),
        beganAt: moment,
        lastAt: moment.meta({ description: 'When it was last resumed' }),
        requests: z.int().min(1),
        bytes: count,
      }),
    ),
    nextCursor: z.uuid().nullable().meta({ description: 'Give it as before' }),
  }),
  door: grantDownloads,
  render: ({ next, ...downloads }: GrantDownloads) => ({ ...downloads, nextCursor: next }),
})
