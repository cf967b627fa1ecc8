// What a request may say about itself before the portal believes it.
import { randomUUID } from 'node:crypto'

const SANE_ID = /^[\w.:-]{8,128}$/
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']

/**
 * Gives the request its id, and makes the last entry of X-Forwarded-For the address it came from. Without a proxy of ours
 * in front (TRUST_PROXY), whatever a client claims about either is thrown away.
 * @param {import('node:http').IncomingMessage} request  its headers are changed
 * @returns {string} the request id
 */
export function settleHeaders(request, trustProxy) {
  const { headers } = request
  const given = trustProxy ? headers['x-request-id'] : undefined
  const id = given && SANE_ID.test(given) ? given : randomUUID()
  headers['x-request-id'] = id
  if (!trustProxy) {
    for (const name of FORWARDED) delete headers[name]
    headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  }
  headers['x-forwarded-for'] ||= request.socket.remoteAddress ?? ''
  return id
}
