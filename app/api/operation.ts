import type { z } from 'zod'
import type { Command, Query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import type { Answered } from './answered'

/** What an operation may read of a request itself. */
export type Told = Pick<Request, 'body'> & { readonly method: string; readonly headers: Pick<Headers, 'get'> }

/** One operation of the REST API: what the document says of it and what its route does, from one place. */
export type Operation = {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As OpenAPI writes it, e.g. /api/v1/datasets/{slug}. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  /** The scope that an API token needs; null: anyone, signed in or not. */
  readonly scope: string | null
  /** Answered before Next's router where the portal's own server runs (app/api/direct.ts): for what is asked for most. */
  readonly direct?: true
  /** Its answer has a strong ETag, and is 304 to who has it already (If-None-Match). */
  readonly etag?: true
  /** Only in a signed-in browser: its door refuses every API token, whatever its scopes. */
  readonly sessionOnly?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Content types that the body may have besides JSON. Its bytes are then `upload`, and `query` says what else there is to say. */
  readonly uploads?: readonly string[]
  /**
   * A success is a file to be saved, not JSON: a `Download` of lib/platform/storage, or a name, a type and a stream; it takes no
   * Idempotency-Key. True: mostly a PDF.
   */
  readonly file?: true | 'text/csv'
  /** The body is passed on as it comes, however long: `prepare` reads it from the request. */
  readonly streams?: true
  /** Answers by itself (a stream, a text, ranges of a file); `type` is what the document says of it. */
  readonly answers?: {
    readonly type: string
    readonly with: (result: never, request: Told, ctx: Context) => Promise<Answered>
  }
  /** What a success answers. */
  readonly answer: z.ZodType
  readonly status?: 200 | 201 | 204
  /** From what the request says to what the door takes, where they differ. */
  readonly prepare?: (input: Record<string, unknown>, ctx: Context, request: Told) => unknown | Promise<unknown>
  readonly door: Command<unknown> | Query<unknown>
  /** From the door's result to the answer, where they differ. */
  readonly render?: (result: never, ctx: Context) => unknown
  /** Of a 201: the address of what was made, as a path (RFC 9110 §15.3.2). */
  readonly location?: (result: never) => string
}

/** Keeps each operation's own type while checking its form. */
export const operation = <const O extends Operation>(o: O): O => o
