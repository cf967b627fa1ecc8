// No request body is read beyond a limit, whether its length is declared or it comes in chunks.
import { refuse } from './refuse.mjs'

const LINGER_MS = 2000
const WRITING = ['writeHead', 'setHeader', 'appendHeader', 'removeHeader', 'flushHeaders', 'write', 'end']

const answer = (response, limit) =>
  refuse(response, {
    status: 413,
    title: 'Content Too Large',
    detail: `The body of a request may hold at most ${limit} bytes.`,
  })

/** Leaves the client a moment to read the answer, then ends the connection whatever it still sends. */
function hangUpSoon(socket) {
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}

/**
 * Stops a chunked body at the limit. The handler that reads it sees the request break off, never an end: half a body must not
 * pass for a whole one. What the handler still writes goes nowhere, since the answer has been given.
 */
function countChunks(request, response, limit) {
  const push = request.push
  let received = 0
  let refused = false
  const stop = () => {
    refused = true
    // Once answered, Node no longer ties the request to its connection: who still reads it must be told.
    request.socket.once('close', () => request.destroy(new Error('The body is beyond the limit.')))
    if (response.headersSent) return request.socket.destroy()
    answer(response, limit)
    for (const name of WRITING) response[name] = () => response
    hangUpSoon(request.socket)
  }
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0
    if (!refused && received <= limit) return push.call(request, chunk, encoding)
    if (!refused) stop()
    else if (chunk === null || received > 2 * limit) {
      request.push = () => true
      request.socket.destroySoon()
    }
    return true
  }
}

/**
 * Answers 413 itself when the declared length is beyond `limit` (bytes), and watches a body that declares none.
 * @returns {boolean} whether the request may go on to its handler
 */
export function admitBody(request, response, limit) {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) {
    answer(response, limit)
    request.resume()
    if (declared > 2 * limit) hangUpSoon(request.socket)
    return false
  }
  if (request.headers['transfer-encoding'] !== undefined) countChunks(request, response, limit)
  return true
}
