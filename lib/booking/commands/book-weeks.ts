import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { mayBook, mayOverride } from '../policy/booking'
import { BookWeeks } from '../schema/bookings'
import { asActingFor, lockActing, projectIdOf } from '../store/acting'
import { lockCells } from '../store/cells'
import { applyBooking, decideBooking, type Loaded } from './booking-steps'
import { inWords } from './in-words'

async function load(tx: Tx, input: BookWeeks, ctx: Context): Promise<Loaded> {
  if (!isPerson(ctx.actor)) return { cells: [], acting: await lockActing(tx, ctx, null), project: null }
  const id = await projectIdOf(tx, input.project)
  const cells = id === null ? [] : await lockCells(tx, input.cells)
  const acting = await lockActing(tx, ctx, id)
  const personalData = cells.some((cell) => cell.personalData)
  return { cells, acting, project: await asActingFor(tx, ctx, acting, personalData) }
}

/**
 * Books slot weeks for a project: all or none, never more than its budget unless an administrator lifts it with a reason. Refuses with
 * `left`, `fits` and `taken`. Answers until when it can be undone.
 */
export const bookWeeks = inWords(
  command({
    name: 'booking.book-weeks',
    input: BookWeeks,
    load,
    authorize: ({ actor }, { acting: { standing } }, { override }) => {
      const permission = mayBook(actor, standing)
      return permission === true && override ? mayOverride(actor, standing) : permission
    },
    decide: decideBooking,
    apply: applyBooking,
  }),
)
