import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { layoutsOf, lockMachine } from '../store/machines'

/** The machine of this short name, locked, with its layouts. Null: there is none. */
export async function loadMachine(tx: Tx, slug: string) {
  const machine = await lockMachine(tx, slug)
  return machine && { machine, layouts: await layoutsOf(tx, machine.id) }
}
