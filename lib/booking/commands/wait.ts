import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/bookings'
import { mayBook } from '../policy/booking'
import { judgeJoin } from '../rules/waiting'
import { isoNameOf } from '../rules/weeks'
import { JoinWaitingList, LeaveWaitingList } from '../schema/bookings'
import { type Acting, asActingFor, behalfOf, lockActing, projectIdOf } from '../store/acting'
import { lockCells } from '../store/cells'
import { placeOf } from '../store/one-hold'
import { endPlaces, insertPlace } from '../store/places'

const authorize = ({ actor }: Context, { acting }: { acting: Acting }) => mayBook(actor, acting.standing)

/** Puts a project into the queue for a slot week that somebody else has: when it comes free the first who can afford it gets a hold. */
export const joinWaitingList = command({
  name: 'booking.join-waiting-list',
  input: JoinWaitingList,
  load: async (tx, { project: slug, slot, week }, ctx) => {
    const id = isPerson(ctx.actor) ? await projectIdOf(tx, slug) : null
    const [cell] = id === null ? [] : await lockCells(tx, [{ slot, week }])
    const acting = await lockActing(tx, ctx, id)
    return { cell, acting, project: await asActingFor(tx, ctx, acting, cell?.personalData ?? true) }
  },
  authorize,
  decide: (ctx, { cell, acting, project }, { week }) => {
    if (!project || !acting.project || !isPerson(ctx.actor)) return notFound()
    const refusal = judgeJoin(week, cell ?? null, project, ctx.now)
    if (refusal || !cell) return refusal ?? notFound()
    const data = { projectId: project.id, slot: cell.slot, week: isoNameOf(cell.week) }
    const fact = happened.placeTaken(newId(), data, behalfOf(ctx, acting.project))
    return { ...fact, place: { projectId: project.id, personId: ctx.actor.id, cell } }
  },
  apply: async (tx, { subjectId: id, place }, _, { now }) => {
    await insertPlace(tx, { id, ...place }, now)
    return { id, ahead: place.cell.waiting.length }
  },
})

async function loadPlace(tx: Tx, { place: id }: { place: string }, ctx: Context) {
  const before = isPerson(ctx.actor) ? await placeOf(tx, id) : null
  if (before) await lockCells(tx, [before])
  const acting = await lockActing(tx, ctx, before?.projectId ?? null)
  return { place: before && (await placeOf(tx, id)), acting }
}

/** Takes a project out of the queue for a slot week. What is held for it already is declined instead. */
export const leaveWaitingList = command({
  name: 'booking.leave-waiting-list',
  input: LeaveWaitingList,
  load: loadPlace,
  authorize,
  decide: (ctx, { place, acting }) => {
    if (!place || !acting.project) return notFound()
    if (place.state === 'held') return refuse('booking.is-held')
    if (place.state !== 'waiting') return refuse('booking.place-closed')
    const data = { projectId: place.projectId, slot: place.slot, week: isoNameOf(place.week) }
    return happened.placeLeft(place.id, data, behalfOf(ctx, acting.project))
  },
  apply: async (tx, { subjectId: id }, _, { now }) => {
    await endPlaces(tx, [id], 'left', now)
    return { id }
  },
})
