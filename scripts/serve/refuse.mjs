// What the server answers itself, before Next sees the request: problem details (RFC 9457), guarded like every other answer.
const GUARDS = {
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** Ends the request with `status` and its `title` (RFC 9110), saying why in `detail`. */
export function refuse(response, { status, title, detail }) {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail })
  response.writeHead(status, { ...GUARDS, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
