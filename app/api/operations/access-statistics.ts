import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { requestStatistics } from '@/lib/access/queries/statistics'
import { ReadStatistics } from '@/lib/access/schema/statistics'

const count = z.int()
const days = z.number().meta({ description: 'Days' })
const span = z.object({ n: count, median: days, p90: days.meta({ description: 'Nine of ten took no longer' }) })
const decided = { approved: count, rejected: count, median: days.nullable() }
const month = z.string().meta({ example: '2026-11' })

export const readStatistics = operation({
  tag: 'Data access',
  scope: 'requests:read',
  method: 'get',
  id: 'readRequestStatistics',
  path: '/api/v1/requests/statistics',
  summary: 'How long requests take and what becomes of them: for administrators, data stewards, and handlers of theirs',
  query: ReadStatistics,
  answer: z.object({
    from: month,
    to: month,
    choices: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({ description: 'Workflows to ask for' }),
    decision: span.nullable().meta({ description: 'From the first submission to the decision on a dataset' }),
    steps: z.array(span.extend({ turn: z.string() })).meta({ description: 'How long it was whose turn' }),
    outcomes: z
      .object({ approved: count, rejected: count, withdrawn: count, closed: count, revoked: count })
      .meta({ description: 'Approved and rejected by dataset, the others by request' }),
    grounds: z.array(z.object({ ground: z.string(), n: count })),
    workflows: z.array(z.object({ id: z.uuid(), name: z.string(), ...decided })),
    months: z.array(z.object({ month, submitted: count, ...decided })),
  }),
  door: requestStatistics,
})

export const statisticsOperations = [readStatistics]
