import { newId } from './id'

const sane = /^[\w.:-]{8,128}$/

/** The id of this request: the one that the server in front gave it (scripts/serve.mjs sets `x-request-id`), else a new one. */
export function newRequestId(headers: Pick<Headers, 'get'>): string {
  const given = headers.get('x-request-id')
  return given && sane.test(given) ? given : newId()
}
