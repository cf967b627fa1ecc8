import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { closeCalendarFeed, renewCalendarFeed } from '@/lib/booking/commands/keep-calendar-feeds'
import { calendarFeeds } from '@/lib/booking/queries/calendars'
import { OneFeed, RenewFeed } from '@/lib/booking/schema/calendar'
import { env } from '@/lib/platform/env'
import { moment, nothing } from './identity-answers'

const id = z.uuid()
const path = '/api/v1/me/calendar-feeds'

export const listCalendarFeeds = operation({
  id: 'listCalendarFeeds',
  method: 'get',
  path,
  summary:
    'Your calendar addresses: one for the weeks of all your projects, one for each project; `id` is null where none was made',
  tag: 'Calendars',
  scope: 'bookings:read',
  answer: z.object({
    items: z.array(
      z.object({
        id: id.nullable(),
        createdAt: moment.nullable(),
        readAt: moment.nullable().meta({ description: 'When it was last read, to the hour' }),
        project: z.object({ slug: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
  door: calendarFeeds,
  render: (items: unknown) => ({ items }),
})

export const makeCalendarFeed = operation({
  id: 'makeCalendarFeed',
  method: 'post',
  path,
  summary: 'Make a secret calendar address, told this once; the one before leads nowhere from then on',
  tag: 'Calendars',
  scope: 'bookings:write',
  body: RenewFeed.extend({
    project: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Short name of one project; left out: all of yours' }),
  }),
  answer: z.object({ id, address: z.url() }),
  status: 201,
  door: renewCalendarFeed,
  render: ({ id, path }: { id: string; path: string }) => ({ id, address: env().PORTAL_ORIGIN + path }),
})

export const endCalendarFeed = operation({
  id: 'endCalendarFeed',
  method: 'delete',
  path: `${path}/{feed}`,
  summary: 'End a calendar address',
  tag: 'Calendars',
  scope: 'bookings:write',
  params: OneFeed,
  answer: nothing,
  status: 204,
  door: closeCalendarFeed,
})

export const calendarOperations = [listCalendarFeeds, makeCalendarFeed, endCalendarFeed]
