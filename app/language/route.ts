import { localPath, localPathOf } from '@/components/shell/local-path'
import { isLanguage } from '@/lib/platform/messages'

const YEAR = 365 * 24 * 60 * 60

function change(request: Request, to: unknown, back: string | null) {
  const headers = new Headers({ 'cache-control': 'no-store' })
  const referer = localPathOf(request.headers.get('referer'), request.headers.get('host'))
  headers.set('location', back ? localPath(back) : referer)
  if (isLanguage(to)) {
    headers.set('set-cookie', `language=${to}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`)
  }
  return new Response(null, { status: 303, headers })
}

const given = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : null)

/** Remembers the language for a year and goes back to `back`, or to where the button was pressed; local addresses only. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData())
  return change(request, given(form.get('to')), given(form.get('back')))
}

/** The same as a link. It changes how pages are worded and nothing else, so it may be a GET. */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url)
  return change(request, searchParams.get('to'), searchParams.get('back'))
}
