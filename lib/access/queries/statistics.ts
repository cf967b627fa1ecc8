import 'server-only'
import { query } from '@/lib/platform/command'
import { figureScope } from '../policy/queue'
import { monthNames, startOfMonths } from '../rules/months'
import { ReadStatistics } from '../schema/statistics'
import { countedWorkflows, readStatistics } from '../store/statistics'

/** Whose turns are measured, in the order in which they come. */
const sides = ['handler', 'reviewers', 'deciders', 'applicant'] as const

/**
 * How long requests take and what becomes of them: days from submission to decision and at each step (median, and what nine of ten stay
 * below), outcomes, grounds of rejection, by workflow and by month. For administrators and data stewards, and for handlers of what they
 * handle; to everybody else there is no such thing. A workflow that is not the reader's reads "not found".
 */
export const requestStatistics = query({
  name: 'access.statistics',
  input: ReadStatistics,
  scope: ({ actor }) => figureScope(actor),
  read: async ({ person, all }, { months, workflow }, { now }) => {
    const choices = await countedWorkflows({ personId: person.id, all }, now)
    const counted = choices.filter(({ id }) => workflow === undefined || id === workflow)
    if (workflow !== undefined && counted.length === 0) return null
    const ids = counted.map(({ id }) => id)
    const raw = await readStatistics(ids, startOfMonths(now, months))
    const names = monthNames(now, months)
    return {
      from: names[0] as string,
      to: names.at(-1) as string,
      choices,
      decision: raw.decision,
      steps: sides.flatMap((side) => raw.steps.find(({ turn }) => turn === side) ?? []),
      outcomes: raw.outcomes,
      grounds: raw.grounds,
      workflows: raw.workflows,
      months: names.map((month) => {
        const { approved = 0, rejected = 0, median = null } = raw.months.find((one) => one.month === month) ?? {}
        return {
          month,
          submitted: raw.submitted.find((one) => one.month === month)?.n ?? 0,
          approved,
          rejected,
          median,
        }
      }),
    }
  },
})

export type RequestStatistics = Awaited<ReturnType<typeof requestStatistics>>
