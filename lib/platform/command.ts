import 'server-only'
import { z } from 'zod'
import type { Context } from './context'
import { db, type Tx } from './db'
import { answerOnce } from './idempotency'
import { appendToJournal, type Happening } from './journal'
import { type CommandMark, commandMark } from './marks'
import { isRefusal, notFound, type Refusal, Refused, refuse } from './refusal'
import { isStorable } from './storable'
import { noteOnSpan, traced } from './tracing'

/** What a policy answers: yes, no (which reads "not found"), or a refusal that explains itself. */
export type Permission = boolean | Refusal

type Facts = Happening | readonly Happening[]

/** The five steps of a write. Leave one out and it does not compile. */
export type CommandSpec<Input extends z.ZodType, Loaded, Decided extends Facts, Result> = {
  /** `<module>.<verb>`; names the command in tests, metrics and logs. */
  name: string
  input: Input
  /** Reads and locks every row that the rules depend on. Null: there is no such thing. */
  load: (tx: Tx, input: z.output<Input>, ctx: Context) => Promise<Loaded | null>
  authorize: (ctx: Context, loaded: Loaded, input: z.output<Input>) => Permission
  decide: (ctx: Context, loaded: Loaded, input: z.output<Input>) => Refusal | Decided | Promise<Refusal | Decided>
  /** Writes the rows; the journal is written by `command` itself. */
  apply: (tx: Tx, decided: Decided, loaded: Loaded, ctx: Context) => Promise<Result>
  /** The cache fences (lib/platform/cache-clock) that this write moves on. */
  advances?: readonly string[]
}

export type Command<Result> = ((ctx: Context, raw: unknown) => Promise<Result>) & CommandMark

/** What came in as the schema has it. Refuses platform.invalid, with the messages of each field. */
export const parse = <Input extends z.ZodType>(schema: Input, raw: unknown, ctx: Context): z.output<Input> => {
  if (!isStorable(raw))
    throw new Refused(refuse('platform.invalid', { fields: { '': ['platform.invalid.unstorable'] } }))
  const parsed = schema.safeParse(raw, { error: z.locales[ctx.language]().localeError })
  if (parsed.success) return parsed.data
  const fields: Record<string, string[]> = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    fields[field] = [...(fields[field] ?? []), issue.message]
  }
  throw new Refused(refuse('platform.invalid', { fields }))
}

/** Throws unless the permission is a yes. */
function demand(permission: Permission): void {
  if (permission === true) return
  throw new Refused(permission === false ? notFound() : permission)
}

/** A fault on its way out carries the request's id as its digest: the error page shows it, the log has it. */
function referring(error: unknown, { requestId }: Context): unknown {
  if (error instanceof Error && !(error instanceof Refused) && !('digest' in error))
    Object.assign(error, { digest: requestId })
  return error
}

const transient = new Set(['40001', '40P01'])
/** The SQLSTATE beneath an error of Prisma or pg, if there is one. */
export function sqlStateOf(error: unknown): string | undefined {
  const e = error as {
    code?: string
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
    cause?: { originalCode?: string }
  }
  return e?.meta?.driverAdapterError?.cause?.originalCode ?? e?.cause?.originalCode ?? e?.code
}
const isTransient = (error: unknown): boolean => {
  const state = sqlStateOf(error)
  return state === 'P2034' || (state !== undefined && transient.has(state))
}

/**
 * Makes a command: parse → open transaction → load and lock → authorize → decide → apply → journal, all in one transaction.
 * Throws `Refused`; a serialization failure or a deadlock is tried again, five times at most.
 */
export function command<Input extends z.ZodType, Loaded, Decided extends Facts, Result>(
  spec: CommandSpec<Input, Loaded, Decided, Result>,
): Command<Result> {
  const steps = async (tx: Tx, ctx: Context, input: z.output<Input>): Promise<Result> => {
    const loaded = await spec.load(tx, input, ctx)
    if (loaded !== null) demand(spec.authorize(ctx, loaded, input))
    // A repeated request gets its answer only after that: whoever lost their authority is refused, whatever they were told before.
    return answerOnce(tx, ctx, spec.name, input, () => carryOut(tx, ctx, input, loaded))
  }
  const carryOut = async (tx: Tx, ctx: Context, input: z.output<Input>, loaded: Loaded | null): Promise<Result> => {
    if (loaded === null) throw new Refused(notFound())
    const decided = await spec.decide(ctx, loaded, input)
    if (isRefusal(decided)) throw new Refused(decided)
    const result = await spec.apply(tx, decided, loaded, ctx)
    const facts: readonly Happening[] = Array.isArray(decided) ? decided : [decided as Happening]
    await appendToJournal(tx, ctx, facts)
    noteOnSpan('portal.events', [...new Set(facts.map(({ type }) => type))].join(' '))
    for (const clock of spec.advances ?? []) await tx.$queryRaw`SELECT cache_advance(${clock})`
    return result
  }
  const once = (ctx: Context, input: z.output<Input>) =>
    db().$transaction((tx) => steps(tx, ctx, input), {
      maxWait: 10_000,
      timeout: 20_000,
    })
  const run = async (ctx: Context, raw: unknown): Promise<Result> => {
    const input = parse(spec.input, raw, ctx)
    for (let attempt = 1; ; attempt++) {
      try {
        return await traced(spec.name, () => once(ctx, input))
      } catch (error) {
        if (attempt >= 5 || !isTransient(error)) throw referring(error, ctx)
      }
    }
  }
  return Object.assign(run, { [commandMark]: { name: spec.name, kind: 'command', input: spec.input } } as CommandMark)
}

/** A read: what comes in, what of it this actor may see, and how it is fetched within that. */
export type QuerySpec<Input extends z.ZodType, Scope, Result> = {
  name: string
  input: Input
  /** What this actor may see, or why not. `read` cannot be reached without it. */
  scope: (ctx: Context, input: z.output<Input>) => Scope | Refusal
  /** Null reads "not found". */
  read: (scope: Scope, input: z.output<Input>, ctx: Context) => Promise<Result | null>
}

export type Query<Result> = ((ctx: Context, raw: unknown) => Promise<Result>) & CommandMark

/** Makes a query. Throws `Refused`: for bad input, for what may not be seen, and for what is not there, which read alike. */
export function query<Input extends z.ZodType, Scope, Result>(spec: QuerySpec<Input, Scope, Result>): Query<Result> {
  const run = async (ctx: Context, raw: unknown): Promise<Result> => {
    const input = parse(spec.input, raw, ctx)
    const scope = spec.scope(ctx, input)
    if (isRefusal(scope)) throw new Refused(scope)
    const result = await traced(spec.name, () => spec.read(scope, input, ctx)).catch((error) => {
      throw referring(error, ctx)
    })
    if (result === null) throw new Refused(notFound())
    return result
  }
  return Object.assign(run, { [commandMark]: { name: spec.name, kind: 'query', input: spec.input } } as CommandMark)
}
