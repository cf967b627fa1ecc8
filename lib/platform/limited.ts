import 'server-only'
import type { Command } from './command'
import type { Context } from './context'
import { fingerprint } from './crypto'
import { commandMark } from './marks'
import { limiter, spend } from './rate-limit'

/** `points` tries in `seconds`. */
type Limit = { readonly name: string; readonly points: number; readonly seconds: number }

// What is counted may name a person or an address: only its hash is kept.
const hashed = (key: string): string => fingerprint(key).slice(0, 40)

/** One thing that is counted; `settles`: a success shows that the tries were honest, and they are forgotten. */
export type Count = { readonly limit: Limit; readonly key: string; readonly settles: boolean }

/**
 * The same command, each call counted before it runs, so that parallel guesses cannot slip through. Throws
 * `platform.too-many` with `retryAfter` in seconds. `countsOf` is handed input that has the command's form.
 */
export function limited<Input, Result>(
  inner: Command<Result>,
  countsOf: (input: Input, ctx: Context) => readonly Count[] | Promise<readonly Count[]>,
): Command<Result> {
  const run = async (ctx: Context, raw: unknown): Promise<Result> => {
    const parsed = inner[commandMark].input.safeParse(raw)
    const counts = parsed.success ? await countsOf(parsed.data as Input, ctx) : []
    for (const { limit, key } of counts) await spend(limit, hashed(key))
    const result = await inner(ctx, raw)
    for (const { limit, key, settles } of counts) if (settles) await limiter(limit).delete(hashed(key))
    return result
  }
  return Object.assign(run, { [commandMark]: inner[commandMark] })
}
