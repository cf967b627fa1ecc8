import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { closeWeeks as close } from '@/lib/booking/commands/close-weeks'
import { openWeeks as open } from '@/lib/booking/commands/open-weeks'
import { closurePreview, closures } from '@/lib/booking/queries/closures'
import { CloseWeeks, OpenWeeks, ReadClosures } from '@/lib/booking/schema/closures'
import { moment } from './identity-answers'

const admin = { tag: 'Machines', scope: 'compute' } as const
const params = ReadClosures
const id = z.uuid()
const week = z.string().meta({ description: 'ISO 8601 week', example: '2026-W53' })
const slots = z
  .array(id)
  .optional()
  .meta({ description: 'Which slots, by their ids; all of the machine when left out' })
const path = '/api/v1/machines/{machine}/closures'

export const listClosures = operation({
  ...admin,
  id: 'listClosures',
  method: 'get',
  path,
  summary: 'Maintenance of a machine that is to come or goes on',
  params,
  answer: z.object({
    items: z.array(
      z.object({
        id,
        reason: z.string(),
        by: z.string().nullable(),
        createdAt: moment,
        from: week,
        to: week,
        slots: z.array(z.string()),
        cells: z.int().meta({ description: 'How many slot weeks it closes' }),
      }),
    ),
  }),
  door: closures,
  render: (items: unknown) => ({ items }),
})

export const previewClosure = operation({
  ...admin,
  id: 'previewClosure',
  method: 'get',
  path: '/api/v1/machines/{machine}/closure-preview',
  summary: 'What stands in weeks that are to be closed, and where each booking could go instead; nothing is changed',
  params,
  query: z.object({ from: week, to: week, slots: z.union([id, z.array(id)]).optional() }),
  answer: z.object({
    machine: z.object({ slug: z.string(), name: z.string() }),
    from: week,
    to: week,
    standing: z.array(
      z.object({
        kind: z.enum(['booking', 'hold', 'closure', 'place']),
        id,
        slot: z.string(),
        gpus: z.int(),
        week,
        project: z.string().nullable(),
        state: z.string(),
        options: z
          .array(z.object({ slot: id, slotName: z.string(), week }))
          .nullable()
          .meta({ description: 'Of a booking: free slot weeks that can take it, the nearest first' }),
      }),
    ),
  }),
  door: closurePreview,
})

export const closeWeeks = operation({
  ...admin,
  id: 'closeWeeks',
  method: 'post',
  path,
  summary: 'Close weeks for maintenance; of each booking that stands there say whether it is moved or cancelled',
  description: 'Refused while one is undecided. Whoever had something there is told, with the reason.',
  params,
  body: CloseWeeks.omit({ machine: true })
    .extend({
      slots,
      from: week,
      to: week,
      displaced: z
        .array(z.object({ bookedWeek: id, to: z.object({ slot: id, week }).nullable() }))
        .optional()
        .meta({ description: '`to`: the free slot week that it goes to; null: it is cancelled' }),
    })
    .meta({ example: { from: '2026-W53', to: '2026-W53', reason: 'The cooling is renewed' } }),
  answer: z.object({ id, closed: z.int(), moved: z.int(), displaced: z.int() }),
  status: 201,
  door: close,
})

export const openWeeks = operation({
  ...admin,
  id: 'openWeeks',
  method: 'post',
  path: '/api/v1/closures/{closure}/open',
  summary: 'End a maintenance: what of it is not over can be booked again, and goes first to who waits for it',
  params: OpenWeeks,
  answer: z.object({ id, opened: z.int(), held: z.int() }),
  door: open,
})

export const closureOperations = [listClosures, previewClosure, closeWeeks, openWeeks]
