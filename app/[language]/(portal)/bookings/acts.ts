import 'server-only'
import type { Told } from '@/components/booking/outcome-bar'
import { text } from '@/components/messages'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { cancelWeeks } from '@/lib/booking/commands/end-weeks'
import { claimHold, declineHold } from '@/lib/booking/commands/holds'
import { moveWeek } from '@/lib/booking/commands/move-week'
import { undoBooking } from '@/lib/booking/commands/undo'
import { joinWaitingList, leaveWaitingList } from '@/lib/booking/commands/wait'
import type { Context } from '@/lib/platform/context'

/** What a form of the sheet says: which button was pressed with which value, and its fields. */
type Act = (ctx: Context, value: string, form: FormData) => Promise<Did>
/** What was done, and of a move the booking it belongs to. */
type Did = Told & { readonly moved?: string }

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
const pair = (value: string): [string, string] => {
  const [first = '', second = ''] = value.split('/')
  return [first, second]
}
const cellOf = (key: FormDataEntryValue) => {
  const [slot, week] = pair(String(key))
  return { slot, week }
}

/** How many seconds are left of the minute. */
const secondsUntil = (until: string, { now }: Context): number =>
  Math.max(0, Math.floor((Date.parse(until) - now.getTime()) / 1000))

/** What an administrator adds: that the budget is lifted, and why they act. */
function lifted(form: FormData) {
  const reason = field(form, 'reason')
  return form.has('overBudget') ? { override: { reason } } : { reason: reason || null }
}

type Booked = { readonly id: string; readonly weeks: readonly { readonly name: string }[]; readonly undoUntil: string }

const toldBooked = ({ id, weeks, undoUntil }: Booked, ctx: Context): Told => {
  const names = [...new Set(weeks.map(({ name }) => name))].join(', ')
  const told = text(ctx.language)('booking.told.booked', { weeks: names })
  return { told, undo: { booking: id, of: 'booking', seconds: secondsUntil(undoUntil, ctx) } }
}

/** What was picked is booked, or the one cell whose button was pressed. */
const book: Act = async (ctx, value, form) => {
  const keys = value === 'picked' ? form.getAll('cells') : [value]
  const wanted = { project: field(form, 'project'), cells: keys.map(cellOf), ...lifted(form) }
  return { ...toldBooked(await bookWeeks(ctx, wanted), ctx), booked: keys.map(String) }
}

const claim: Act = async (ctx, hold, form) =>
  toldBooked(await claimHold(ctx, { hold, reason: field(form, 'reason') || null }), ctx)

const decline: Act = async (ctx, hold) => {
  await declineHold(ctx, { hold })
  return { told: text(ctx.language)('booking.told.declined'), undo: null }
}

const wait: Act = async (ctx, value, form) => {
  const { ahead } = await joinWaitingList(ctx, { project: field(form, 'project'), ...cellOf(value) })
  return { told: text(ctx.language)('booking.told.waits', { ahead }), undo: null }
}

const leave: Act = async (ctx, place) => {
  await leaveWaitingList(ctx, { place })
  return { told: text(ctx.language)('booking.told.left'), undo: null }
}

const move: Act = async (ctx, value, form) => {
  const [booking, bookedWeek] = pair(field(form, 'moving'))
  const { week } = await moveWeek(ctx, { booking, bookedWeek, ...cellOf(value), ...lifted(form) })
  return { told: text(ctx.language)('booking.told.moved', { week: week.name }), undo: null, moved: booking }
}

const cancel: Act = async (ctx, value, form) => {
  const [booking, week] = pair(value)
  const { undoUntil } = await cancelWeeks(ctx, { booking, weeks: [week], reason: field(form, 'reason') || null })
  const told = text(ctx.language)('booking.told.cancelled')
  return { told, undo: { booking, of: 'ending', seconds: secondsUntil(undoUntil, ctx) } }
}

const undo: Act = async (ctx, value) => {
  const [booking, of] = pair(value)
  await undoBooking(ctx, { booking, of })
  return { told: text(ctx.language)('booking.told.undone'), undo: null }
}

const acts: Readonly<Record<string, Act>> = { book, claim, decline, wait, leave, move, cancel, undo }

/** Does what the pressed button of the sheet says. */
export async function actOnForm(ctx: Context, form: FormData): Promise<Did | null> {
  for (const [name, act] of Object.entries(acts)) {
    const value = form.get(name)
    if (typeof value === 'string') return act(ctx, value, form)
  }
  return null
}
