import 'server-only'
import type { z } from 'zod'
import { type Command, command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Happening } from '@/lib/platform/journal'
import { type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { mayChangeOwnAccount } from '../policy'
import { lockPerson, type PersonRow } from '../store/people'

type Self<Input extends z.ZodType, More> = {
  person: PersonRow
  input: z.output<Input>
  sessionId: string | null
  more: More
}

type OwnSpec<Input extends z.ZodType, More, Decided extends Happening, Result> = {
  name: string
  input: Input
  /** What the rules need besides the person; null: there is no such thing. */
  load: (tx: Tx, self: Omit<Self<Input, never>, 'more'>, ctx: Context) => Promise<More | null>
  decide: (ctx: Context, self: Self<Input, More>) => Refusal | Decided | Promise<Refusal | Decided>
  apply: (tx: Tx, decided: Decided, self: Self<Input, More>, ctx: Context) => Promise<Result>
}

/** A command by which somebody changes their own account, the row of the person locked; only in a signed-in browser, never by token. */
export const own = <Input extends z.ZodType, More, Decided extends Happening, Result>(
  spec: OwnSpec<Input, More, Decided, Result>,
): Command<Result> =>
  command({
    name: spec.name,
    input: spec.input,
    load: async (tx, input, ctx) => {
      if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
      const person = await lockPerson(tx, ctx.actor.id)
      if (!person) return null
      const self = { person, input, sessionId: ctx.actor.sessionId }
      const more = await spec.load(tx, self, ctx)
      return more === null ? null : { ...self, more }
    },
    authorize: ({ actor }) => mayChangeOwnAccount(actor),
    decide: (ctx, self) => spec.decide(ctx, self),
    apply: (tx, decided, self, ctx) => spec.apply(tx, decided, self, ctx),
  })

/** For commands whose rules need nothing but the person. */
export const nothingMore = async () => ({})
