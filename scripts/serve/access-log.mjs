// One line of JSON per request: never a query string, a cookie, an authorization or a body.
const TOKEN = /^(?=.*\d)(?=.*[A-Za-z])[\w.~-]{24,}$/
const WORDS = /^[a-z]{2,}(-[a-z0-9]+)+$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Swedish personal and coordination numbers, which somebody may type where a name belongs.
const PERSONAL = /(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/
const QUIET = /^\/(_next\/static\/|healthz$|readyz$)/

/** The path of `url` as it may be written down: without query, and without what looks like a secret in a link. */
export function shownPath(url) {
  const path = url.split(/[?#]/, 1)[0].slice(0, 500)
  const isToken = (segment) => TOKEN.test(segment) && !WORDS.test(segment)
  const hide = (segment) => (!UUID.test(segment) && (isToken(segment) || PERSONAL.test(segment)) ? '…' : segment)
  return path.split('/').map(hide).join('/')
}

/** The level to log at: what machines ask for every few seconds is worth a line only when looking for it. */
export function levelFor(path, status) {
  if (status >= 500) return 'error'
  return QUIET.test(path) ? 'debug' : 'info'
}

/**
 * Writes one line when the answer is sent, or when the client went away before it was.
 * @param {(seen: { path: string, status: number, seconds: number }) => void} onDone  also told, for the figures
 */
export function logAccess(log, request, response, requestId, onDone) {
  const { method, url = '/' } = request // Next rewrites the url while it answers
  const started = performance.now()
  response.once('close', () => {
    const seconds = (performance.now() - started) / 1000
    const status = response.headersSent ? response.statusCode : 499
    const path = shownPath(url)
    const line = { method, path, status, ms: Math.round(seconds * 10_000) / 10, requestId }
    if (!response.writableFinished) line.aborted = true
    log[levelFor(path, status)](line, 'request')
    onDone({ path: url.split('?', 1)[0], status, seconds })
  })
}
