import { downloadAttachment } from '@/lib/access/commands/attachments'
import { contextOf } from '@/lib/identity/session'
import { asAttachment } from '@/lib/platform/file-name'
import { fieldsOf } from '@/lib/platform/form'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, statusOf } from '@/lib/platform/refusal'
import { contentOf } from '@/lib/platform/storage'

/** A copy of a request's file, to save. A POST, since the journal says who took it; refused from another site. */
export async function POST(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    await limitWrites(ctx.actor)
    const form = await request.formData().catch(() => new FormData())
    const file = await downloadAttachment(ctx, fieldsOf(form))
    return new Response(await contentOf(file), {
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
