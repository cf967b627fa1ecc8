import type { Tx } from '@/lib/platform/db'
import { schedule } from '@/lib/platform/jobs'
import type { CellKey } from '../rules/cell'

/** Makes a slot week due to be settled: whatever has been left there by then is cleared, and handed on. */
export const dueSettling = (tx: Tx, { slot, week }: CellKey, at: Date): Promise<void> =>
  schedule(tx, { task: 'due:settle-week', payload: { slot, week }, at, key: `settle-week:${slot}:${week}` })

/** Makes a hold due to pass on when its day is over. */
export const duePassing = (tx: Tx, hold: string, at: Date): Promise<void> =>
  schedule(tx, { task: 'due:pass-hold', payload: { hold }, at, key: `pass-hold:${hold}` })
