import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { actsAsAdministrator, mayBook } from '../policy/booking'
import { type Acting, lockActing } from '../store/acting'
import { type LockedBooking, lockBooking } from '../store/booked-weeks'
import { unexplained } from './booking-steps'

export type OnBooking = { readonly booking: LockedBooking | null; readonly acting: Acting }

/** The first steps of every command on one booking. To whom its project does not exist there is no such booking either. */
export const onBooking = {
  load: async (tx: Tx, { booking: id }: { booking: string }, ctx: Context): Promise<OnBooking> => {
    const booking = isPerson(ctx.actor) ? await lockBooking(tx, id) : null
    if (booking === 'moved-on') throw new Refused(refuse('booking.moved-on'))
    return { booking, acting: await lockActing(tx, ctx, booking?.projectId ?? null) }
  },
  authorize: ({ actor }: Context, { acting }: OnBooking) => mayBook(actor, acting.standing),
}

/** What an administrator must say who acts on somebody else's booking; null where it is said, or they act for their own project. */
export function demandReason({ actor }: Context, { standing }: Acting, reason: string | null): Refusal | null {
  if (!actsAsAdministrator(actor, standing) || reason !== null) return null
  return unexplained()
}
