import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { recordHandover } from '@/lib/delivery/commands/sharing'
import { type GrantDownloads, grantDownloads } from '@/lib/delivery/queries/downloads'
import { ReadDownloads } from '@/lib/delivery/schema/downloads'
import { RecordSharing } from '@/lib/delivery/schema/sharing'
import { moment } from './identity-answers'

const count = z.int().min(0)
const sharing = { sharedOn: z.iso.date(), country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }) }

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
    shared: z.object(sharing).nullable().meta({ description: 'What the sharing record says of it' }),
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
  render: ({ next, toRecord: _, ...downloads }: GrantDownloads) => ({ ...downloads, nextCursor: next }),
})

export const recordSharing = operation({
  tag: 'Data access',
  scope: 'requests:write',
  method: 'post',
  id: 'recordSharing',
  path: '/api/v1/grants/{grant}/sharing',
  summary: 'Record that the data of a grant were handed over outside of the portal, once a grant',
  params: z.object({ grant: z.uuid() }),
  body: RecordSharing.omit({ grant: true }),
  answer: z.object({ grant: z.uuid(), ...sharing }),
  door: recordHandover,
})
