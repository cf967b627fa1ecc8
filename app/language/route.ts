import { localAddress } from '@/lib/identity/rules/local-address'
import { isLanguage } from '@/lib/platform/messages'

const YEAR = 365 * 24 * 60 * 60

/** The page on which the button was pressed, when it is one of this host. */
function pageBefore({ headers }: Request) {
  const referer = headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === headers.get('host') ? localAddress(pathname + search) : '/'
}

function change(request: Request, to: unknown, back: unknown) {
  const headers = new Headers({ 'cache-control': 'no-store' })
  headers.set('location', back ? localAddress(back) : pageBefore(request))
  if (isLanguage(to)) headers.set('set-cookie', `language=${to}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`)
  return new Response(null, { status: 303, headers })
}

/** Remembers the language for a year and goes back to `back`, or to where the button was pressed; local addresses only. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData())
  return change(request, form.get('to'), form.get('back'))
}

/** The same as a link. It changes how pages are worded and nothing else, so it may be a GET. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url)
  return change(request, searchParams.get('to'), searchParams.get('back'))
}
