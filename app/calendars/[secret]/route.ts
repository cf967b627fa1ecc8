import { publicContext } from '@/app/public-context'
import { calendar } from '@/lib/booking/queries/calendars'
import { Refused } from '@/lib/platform/refusal'

type Props = { params: Promise<{ secret: string }> }

export const dynamic = 'force-dynamic'

/** Answers whoever has the secret address with the weeks of its person. It is not for crawlers nor for caches on the way. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const headers = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }
  try {
    const { secret } = await params
    const { file } = await calendar(publicContext('en'), { secret: secret.replace(/\.ics$/, '') })
    return new Response(file, {
      headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } })
  }
}
