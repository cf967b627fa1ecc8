import { type NextRequest, NextResponse } from 'next/server'

/** The policy of a page rendered for this one request: scripts of this origin run, and inline ones only with its nonce. */
const policy = (nonce: string, development: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Gives each page rendered per request its nonce. It authorizes nothing: that is a step of every command and query.
 * Prerendered public pages, the API and the files of public/ do not come here (see `matcher`); their policies stand with their cache
 * and in next.config.js.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const csp = policy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  response.headers.set('cache-control', 'private, no-store')
  return response
}

export const config = {
  matcher: [
    '/((?!_next/|api(?:/|$)|healthz$|readyz$|(?:examples|readme)/|(?:social|apple-icon)\\.png$|favicon\\.ico$|icon\\.svg$|theme\\.js$|robots\\.txt$|sitemap\\.xml$|(?:(?:en|sv)/?)?$|(?:(?:en|sv)/)?(?:datasets/[^/]+(?:/versions/[^/]+)?(?:/cite/[^/]+)?|metrics(?:/[^/]+)?|priorities|policy|about|api-reference|missing)$).*)',
  ],
}
