import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { type SharingRecordPage, sharingRecord } from '@/lib/catalogue/queries/sharing-record'
import { ReadSharing } from '@/lib/catalogue/schema/pages'

export const listSharing = operation({
  tag: 'Stewardship',
  scope: 'catalogue:read',
  method: 'get',
  id: 'listSharing',
  path: '/api/v1/sharing-record',
  summary:
    'Every time that a dataset was shared, recipients who opted out of the public record included, the newest first',
  query: ReadSharing,
  answer: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        dataset: z.string(),
        country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
        institution: z.string().nullable(),
        ror: z.string().nullable(),
        department: z.string().nullable(),
        recipient: z.string().nullable(),
        optedOut: z.boolean(),
        illustrative: z.boolean().meta({ description: 'An example: the register does not say it' }),
        sharedOn: z.iso.date().nullable(),
        grantId: z.uuid().nullable().meta({ description: 'The grant under which it was fetched from here' }),
      }),
    ),
    nextCursor: z.uuid().nullable().meta({ description: 'Give it as before' }),
  }),
  door: sharingRecord,
  render: ({ items, next }: SharingRecordPage) => ({ items, nextCursor: next }),
})
