// An address that spells no text is the client's mistake; Next would fail over it.
import { refuse } from './refuse.mjs'

const isReadable = (path) => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Answers 400 itself when the percent signs of the path do not spell UTF-8 (RFC 3986 §2.5).
 * @returns {boolean} whether the request may go on to its handler
 */
export function admitAddress(request, response) {
  const [path] = (request.url ?? '/').split(/[?#]/, 1)
  if (isReadable(path)) return true
  refuse(response, { status: 400, title: 'Bad Request', detail: 'The address is not written in UTF-8.' })
  request.resume()
  return false
}
