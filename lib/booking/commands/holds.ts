import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/bookings'
import { mayBook } from '../policy/booking'
import { isoNameOf } from '../rules/weeks'
import { ClaimHold, DeclineHold } from '../schema/bookings'
import { type Acting, actingIn, asActingFor, behalfOf, type Spending } from '../store/acting'
import { type LockedCell, lockCells } from '../store/cells'
import { factsOfHolds, handOver, holdsOn, lockWaiting } from '../store/handing-on'
import { holdOf } from '../store/one-hold'
import { endHolds } from '../store/places'
import { applyBooking, decideBooking, type Loaded } from './booking-steps'
import { inWords } from './in-words'

type OnHold = {
  readonly cell: LockedCell | null
  readonly projects: ReadonlyMap<string, Spending>
  readonly acting: Acting
}

/** The slot week of the hold, locked, then its project and those that wait behind it. */
async function load(tx: Tx, { hold: id }: { hold: string }, ctx: Context): Promise<OnHold> {
  const hold = isPerson(ctx.actor) ? await holdOf(tx, id) : null
  const cells = hold ? await lockCells(tx, [hold]) : []
  const projects = hold ? await lockWaiting(tx, cells, [hold.projectId], ctx.now) : new Map()
  const acting = await actingIn(tx, ctx, projects.get(hold?.projectId ?? ''))
  return { cell: cells[0] ?? null, projects, acting }
}

const authorize = ({ actor }: Context, { acting }: { acting: Acting }) => mayBook(actor, acting.standing)

/** Whether the hold still keeps the slot week. */
const keeps = (cell: LockedCell | null, hold: string, now: Date): cell is LockedCell & { hold: object } =>
  cell?.hold?.id === hold && now < cell.hold.until

function decideClaim(ctx: Context, loaded: Loaded, { hold, note, reason }: ClaimHold) {
  if (!loaded.acting.project) return notFound()
  const cell = loaded.cells[0] ?? null
  if (!keeps(cell, hold, ctx.now)) return refuse('booking.hold-over')
  const { slot, week } = cell
  return decideBooking(ctx, loaded, { cells: [{ slot, week }], note, reason, override: null })
}

/** Books what was kept for a project that waited: it counted already, so it adds nothing. */
export const claimHold = inWords(
  command({
    name: 'booking.claim-hold',
    input: ClaimHold,
    load: async (tx, input, ctx) => {
      const { cell, acting } = await load(tx, input, ctx)
      const project = await asActingFor(tx, ctx, acting, cell?.personalData ?? true)
      return { cells: cell ? [cell] : [], acting, project }
    },
    authorize,
    decide: decideClaim,
    apply: applyBooking,
  }),
)

/** Gives up what was kept: it goes to who waits behind, at once. */
export const declineHold = inWords(
  command({
    name: 'booking.decline-hold',
    input: DeclineHold,
    load,
    authorize,
    decide: (ctx, { cell, projects, acting }, { hold }) => {
      if (!acting.project) return notFound()
      if (!keeps(cell, hold, ctx.now)) return refuse('booking.hold-over')
      const { projectId, placeId } = cell.hold
      const data = { projectId, slot: cell.slot, week: isoNameOf(cell.week), holdId: hold }
      const fact = happened.holdDeclined(placeId, data, behalfOf(ctx, acting.project))
      const holds = holdsOn([cell], projects, ctx.now)
      return Object.assign([fact, ...factsOfHolds(holds)], { declined: { id: hold, placeId }, cell, holds })
    },
    apply: async (tx, { declined, cell, holds }, _, { now }) => {
      await endHolds(tx, [declined], { hold: 'declined', place: 'left' }, now)
      await handOver(tx, [cell], holds, now)
      return { id: declined.id, place: declined.placeId }
    },
  }),
)
