import { responseOf } from '@/app/api/answered'
import { readFile } from '@/app/api/operations/delivery'
import { answered } from '@/app/api/rest'
import { makeLink } from '@/lib/delivery/commands/links'
import { contextOf } from '@/lib/identity/session'
import { fieldsOf } from '@/lib/platform/form'
import { limitWrites } from '@/lib/platform/rate-limit'
import { Refused, statusOf } from '@/lib/platform/refusal'

export const dynamic = 'force-dynamic'

type Route = { params: Promise<{ file: string }> }

/** A path within the portal, whatever the host is called by what lies before it. */
const leadTo = (path: string) =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

/** The page that says why, in words, whether the reader may fetch now. */
const explaining = (slug: unknown): Response | null =>
  typeof slug === 'string' && /^[\w.-]+$/.test(slug) ? leadTo(`/datasets/${slug}/files`) : null

/** Makes a link to one file for who asks by the button beside it, and follows it. Works without JavaScript. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const { file } = await params
  const form = await request.formData().catch(() => new FormData())
  const { slug, version } = fieldsOf(form)
  try {
    const ctx = await contextOf(request)
    await limitWrites(ctx.actor)
    const { link } = await makeLink(ctx, { slug, version, file })
    return leadTo(`/downloads/${file}?${new URLSearchParams({ link })}`)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code } = error.refusal
    if (code === 'platform.not-signed-in' || code.startsWith('delivery.'))
      return explaining(slug) ?? new Response(null, { status: 404 })
    return new Response(null, { status: code === 'platform.invalid' ? 404 : statusOf(error.refusal) })
  }
}

/** A file by a link, as the API answers it; a browser that may not have it is led to the page that says why. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const answer = await answered(readFile, request, await params)
  if (typeof answer.body !== 'string' || !/\btext\/html\b/.test(request.headers.get('accept') ?? ''))
    return responseOf(answer)
  const { details } = JSON.parse(answer.body) as { details?: { slug?: unknown } }
  return explaining(details?.slug) ?? responseOf(answer)
}
