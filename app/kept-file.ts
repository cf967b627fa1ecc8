import 'server-only'
import { contextOf } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { asAttachment } from '@/lib/platform/file-name'
import { fieldsOf } from '@/lib/platform/form'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, statusOf } from '@/lib/platform/refusal'
import { contentOf } from '@/lib/platform/storage'

type Kept = Parameters<typeof contentOf>[0] & { readonly name: string; readonly type: string }
/** One that is written while it is sent. */
type Written = { readonly name: string; readonly type: string; readonly stream: ReadableStream<Uint8Array> }

/**
 * Answers a POST with a kept file, to save or to be drawn by the viewer of a page. A POST, since `read` journals who had it; refused
 * from another site. Whoever may not read it is told what they would be told of a file that never was.
 */
export async function answerKeptFile(
  request: Request,
  read: (ctx: Context, input: Record<string, unknown>) => Promise<Kept | Written>,
): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    await limitWrites(ctx.actor)
    const form = await request.formData().catch(() => new FormData())
    const file = await read(ctx, fieldsOf(form))
    return new Response('stream' in file ? file.stream : await contentOf(file), {
      headers: {
        'content-type': file.type,
        'content-disposition': asAttachment(file.name),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code } = error.refusal
    return new Response(null, { status: code === 'platform.invalid' ? 404 : statusOf(error.refusal) })
  }
}
