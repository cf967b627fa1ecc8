import 'server-only'
import type { z } from 'zod'
import { type Command, command, type Permission } from '@/lib/platform/command'
import { type Context, isPerson, type Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Happening } from '@/lib/platform/journal'
import { type Refusal, Refused, refuse } from '@/lib/platform/refusal'
import { type Delegated, type Standing, standingOf } from '../rules/authority'
import { delegatedIn, type LockedProject, lockProject } from '../store/standing'

/** A project under lock, and how the actor stands to it. */
export type OnProject<Input, More> = {
  readonly project: LockedProject
  readonly delegated: Delegated
  readonly standing: Standing
  readonly actor: Person
  readonly input: Input
  readonly more: More
  /** In whose name a delegate acts: the PI. Null for the PI, and for who takes no part. */
  readonly behalf: string | null
}

type Facts = Happening | readonly Happening[]

type Spec<Input extends z.ZodType<{ slug: string }>, More, Decided extends Facts, Result> = {
  name: string
  input: Input
  /** What the rules need besides; the project is locked. */
  load: (tx: Tx, on: Omit<OnProject<z.output<Input>, never>, 'more'>, ctx: Context) => Promise<More>
  authorize: (actor: Person, standing: Standing) => Permission
  decide: (ctx: Context, on: OnProject<z.output<Input>, More>) => Refusal | Decided
  apply: (tx: Tx, decided: Decided, on: OnProject<z.output<Input>, More>, ctx: Context) => Promise<Result>
}

/** A command on one project, its row locked. To whoever may not know of the project, and for one that is not there, it is "not found". */
export const onProject = <Input extends z.ZodType<{ slug: string }>, More, Decided extends Facts, Result>(
  spec: Spec<Input, More, Decided, Result>,
): Command<Result> =>
  command({
    name: spec.name,
    input: spec.input,
    load: async (tx, input, ctx) => {
      const { actor, now } = ctx
      if (!isPerson(actor)) throw new Refused(refuse('platform.not-signed-in'))
      const project = await lockProject(tx, input.slug)
      if (!project) return null
      const delegated = await delegatedIn(tx, project)
      const standing = standingOf(delegated, actor.id, now)
      const behalf = standing.role === 'member' ? project.piId : null
      const on = { project, delegated, standing, actor, input, behalf }
      return { ...on, more: await spec.load(tx, on, ctx) }
    },
    authorize: (_, { actor, standing }) => spec.authorize(actor, standing),
    decide: (ctx, on) => spec.decide(ctx, on),
    apply: (tx, decided, on, ctx) => spec.apply(tx, decided, on, ctx),
  })

/** For commands whose rules need nothing but the project. */
export const nothingMore = async () => null
