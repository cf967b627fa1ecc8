import 'server-only'
import { type Command, sqlStateOf } from '@/lib/platform/command'
import { commandMark } from '@/lib/platform/marks'
import { type Refusal, Refused, refuse } from '@/lib/platform/refusal'

/** What the database says of itself beneath an error of Prisma or pg. */
function saying(error: unknown): string {
  const parts = [error, (error as { meta?: unknown }).meta, (error as { cause?: unknown }).cause]
  return parts.map((part) => (part instanceof Error ? `${part.message} ` : '') + JSON.stringify(part ?? null)).join(' ')
}

/** The refusal that a constraint of the database stands for, where the rules were passed by; null for any other error. */
export function refusalOfConstraint(error: unknown): Refusal | null {
  const state = sqlStateOf(error)
  const said = saying(error)
  if (said.includes('booking_within_budget') || said.includes('would exceed its budget'))
    return refuse('booking.over-budget-after-all')
  if ((state === '23505' || state === 'P2002') && /booked_week_one_holder|slot_id/.test(said))
    return refuse('booking.taken-after-all')
  return null
}

/** The same command, with what the database refuses by a constraint told as a refusal. Under the command's own locks it has no cause to. */
export function inWords<Result>(inner: Command<Result>): Command<Result> {
  const run = async (ctx: Parameters<Command<Result>>[0], raw: unknown): Promise<Result> => {
    try {
      return await inner(ctx, raw)
    } catch (error) {
      const refusal = error instanceof Refused ? null : refusalOfConstraint(error)
      throw refusal ? new Refused(refusal) : error
    }
  }
  return Object.assign(run, { [commandMark]: inner[commandMark] })
}
