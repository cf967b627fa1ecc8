import 'server-only'
import type { Command } from './command'
import type { Context } from './context'
import { commandMark } from './marks'

/**
 * The same command, with slow work (a password hash) done before its transaction opens, while no row and no connection is held.
 * What `prepare` finds joins the input, over whatever the caller sent; the command must judge it again under its own locks. Input
 * that has not the command's form is left for the command to refuse.
 */
export function prepared<Input, Result>(
  inner: Command<Result>,
  prepare: (input: Input, ctx: Context) => Promise<object>,
): Command<Result> {
  const run = async (ctx: Context, raw: unknown): Promise<Result> => {
    const parsed = inner[commandMark].input.safeParse(raw)
    if (!parsed.success) return inner(ctx, raw)
    return inner(ctx, { ...(raw as object), ...(await prepare(parsed.data as Input, ctx)) })
  }
  return Object.assign(run, { [commandMark]: inner[commandMark] })
}
