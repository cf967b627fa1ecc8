import type { z } from 'zod'

/** Marks commands and queries, so that tests can enumerate every door of the build. */
export const commandMark = Symbol.for('portal.door')
export type CommandMark = {
  readonly [commandMark]: { readonly name: string; readonly kind: 'command' | 'query'; readonly input: z.ZodType }
}
