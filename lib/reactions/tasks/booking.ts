import 'server-only'
import type { TaskList } from 'graphile-worker'
import { passHold, settleWeek } from '@/lib/booking/commands/settle'
import { turnWeek } from '@/lib/booking/commands/turn-week'
import { Refused } from '@/lib/platform/refusal'
import { clockContext } from './clock'

/** A refusal tells that there is nothing to do any more: the job is done. Anything else is tried again. */
async function unlessRefused<Result>(act: () => Promise<Result>): Promise<Result | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** What the clock brings to booking: cancellations past their minute, holds past their day, and the turn of the week. */
export const bookingTasks: TaskList = {
  'due:settle-week': async (payload) => {
    await unlessRefused(() => settleWeek(clockContext(), payload))
  },
  'due:pass-hold': async (payload) => {
    await unlessRefused(() => passHold(clockContext(), payload))
  },
  'due:turn-week': async () => {
    while ((await unlessRefused(() => turnWeek(clockContext(), {})))?.more);
  },
}
