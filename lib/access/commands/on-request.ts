import 'server-only'
import type { z } from 'zod'
import { type Command, command } from '@/lib/platform/command'
import { type Context, isPerson, type Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Happening } from '@/lib/platform/journal'
import { isRefusal, type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { mayAct } from '../policy/requests'
import { allows, isMove, type State, type Verb } from '../rules/states'
import { marked } from '../rules/withheld'
import { lockRequest, type RequestChange, type Seen, writeRequest } from '../store/requests'
import { settleTurn } from '../store/turns'

/** A request under lock, who acts, and what was asked. */
export type OnRequest<Input, More> = Seen & { readonly actor: Person; readonly input: Input; readonly more: More }

/** What a command decides: the facts, and which columns of the request change. */
export type Decision = { readonly facts: readonly Happening[]; readonly change?: RequestChange }

type Spec<
  Input extends z.ZodType<{ request: string; expectedRevision?: number | undefined }>,
  More,
  D extends Decision,
> = {
  verb: Verb
  /** Where one verb has two commands, the name of this one. */
  name?: string
  input: Input
  /** Further projects that the rules depend on: locked together with the request's own, before the request. */
  besides?: (tx: Tx, input: z.output<Input>) => Promise<readonly string[]>
  /** What the rules need besides; the request is locked. */
  load: (tx: Tx, on: Omit<OnRequest<z.output<Input>, never>, 'more'>, ctx: Context) => Promise<More>
  decide: (ctx: Context, on: OnRequest<z.output<Input>, More>) => Refusal | D | Promise<Refusal | D>
  /** Writes the rows besides the request's own; what it gives is added to the answer. */
  apply: (tx: Tx, decided: D, on: OnRequest<z.output<Input>, More>, ctx: Context) => Promise<object | undefined>
}

export type Answered = { id: string; reference: string; state: State; revision: number }

/**
 * Null, or why this cannot be done with the request as it stands: its state does not let it, its workflow has switched it off, or it has
 * changed since it was read.
 */
function judgeStanding({ request, standing, off }: Seen, verb: Verb, expected: number | undefined): Refusal | null {
  const { state, revision } = request
  if (!allows(state, standing.roles, verb)) return refuse('access.not-in-this-state', { state, verb })
  if (!allows(state, standing.roles, verb, off)) return refuse('access.switched-off', { state, verb })
  return expected === undefined || expected === revision ? null : refuse('access.moved-on', { expected, revision })
}

/** In whose name somebody of the project acts: the PI's; nobody else's otherwise. */
const behalfOf = ({ project, standing }: Seen, actor: Person): string | null =>
  standing.roles.includes('applicant') && actor.id !== project.piId ? project.piId : null

/** Every change of state is one that the table knows: a command that would make another is a fault, and is rolled back. */
function demandMove({ request }: Seen, change: RequestChange | undefined, verb: Verb): State {
  const to = change?.state ?? request.state
  if (!isMove(request.state, to, verb)) throw new Error(`${verb} does not lead from ${request.state} to ${to}`)
  return to
}

/**
 * A command by which somebody does one verb of the table with a request, its project and itself locked. To whoever may not see the
 * request, and for one that is not there, it is "not found". Refuses access.not-in-this-state, access.switched-off, access.moved-on,
 * access.conflict.
 */
export const onRequest = <
  Input extends z.ZodType<{ request: string; expectedRevision?: number | undefined }>,
  More,
  D extends Decision,
>(
  spec: Spec<Input, More, D>,
): Command<Answered & Record<string, unknown>> =>
  command({
    name: spec.name ?? `access.${spec.verb}`,
    input: spec.input,
    load: async (tx, input, ctx) => {
      const { actor } = ctx
      if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
      const seen = await lockRequest(tx, input.request, ctx, await spec.besides?.(tx, input))
      if (!seen) return null
      const on = { ...seen, actor, input }
      return { ...on, more: await spec.load(tx, on, ctx) }
    },
    authorize: ({ actor }, { standing }) => mayAct(actor, standing, spec.verb),
    decide: async (ctx, on) => {
      const decided = judgeStanding(on, spec.verb, on.input.expectedRevision) ?? (await spec.decide(ctx, on))
      if (isRefusal(decided)) return decided
      const onBehalfOf = behalfOf(on, on.actor)
      const state = demandMove(on, decided.change, spec.verb)
      const hides = on.hides && on.standing.side !== 'asking'
      return Object.assign(
        decided.facts.map((fact) => marked({ onBehalfOf, ...fact }, hides)),
        { of: decided, state },
      )
    },
    apply: async (tx, { of, state }, on, ctx) => {
      const { id, reference, revision } = on.request
      // What changed nothing is not a revision: saving a draft as it stands, for one.
      const isChange = of.facts.length > 0
      if (isChange) await writeRequest(tx, on.request, of.change ?? {}, ctx.now)
      const more = await spec.apply(tx, of, on, ctx)
      await settleTurn(tx, id, ctx.now)
      return { id, reference, state, revision: isChange ? revision + 1 : revision, ...more }
    },
  })

/** For commands whose rules need nothing but the request, or that write nothing else. */
export const nothingMore = async () => null
export const nothingElse = async () => undefined
