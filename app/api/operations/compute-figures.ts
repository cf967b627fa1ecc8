import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { figures } from '@/lib/booking/queries/figures'
import { leadTimes } from '@/lib/booking/rules/figures'
import { ReadFigures } from '@/lib/booking/schema/figures'

const week = z.string().meta({ description: 'ISO 8601 week', example: '2026-W53' })
const share = z
  .number()
  .nullable()
  .meta({ description: 'Share of one of what could be lent; null where nothing could be' })

export const readUtilisation = operation({
  id: 'readUtilisation',
  method: 'get',
  path: '/api/v1/utilisation',
  summary: 'How the machines were used over some weeks, and the projects that book now',
  tag: 'Bookings',
  scope: 'bookings:read',
  query: ReadFigures,
  answer: z.object({
    from: week,
    to: week,
    utilisation: share,
    machines: z.array(
      z.object({
        machine: z.string(),
        name: z.string(),
        utilisation: share,
        weeks: z.array(
          z.object({
            week,
            lendable: z.int().meta({ description: 'GPUs that were not closed' }),
            used: z.int().meta({ description: 'GPUs that somebody had, if only for a part of the week' }),
          }),
        ),
      }),
    ),
    readyBeforeNoon: z.object({ ready: z.int(), of: z.int() }),
    leadTimes: z.array(z.object({ lead: z.enum(leadTimes), bookings: z.int() })).meta({ description: 'In weeks' }),
    dropIns: z.array(z.object({ month: z.string(), dropIns: z.int() })),
    groups: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        pi: z.string().nullable().meta({ description: 'Of your own projects, and of those in the directory' }),
        type: z.string(),
        budget: z.int(),
        used: z.int(),
        quotaBytes: z.number(),
      }),
    ),
  }),
  door: figures,
})

export const figureOperations = [readUtilisation]
