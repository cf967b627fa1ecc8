import { saveTyped } from '@/app/draft-answers'
import { contextOf } from '@/lib/identity/session'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, statusOf } from '@/lib/platform/refusal'

/** Saves a draft as somebody types; refused from another site. Its page says what is wrong when the button is pressed. */
export async function POST(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    await limitWrites(ctx.actor)
    await saveTyped(ctx, await request.formData(), false)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
